"""Peak memory of a command and all its children, from Linux's own books."""

import subprocess
import time
from pathlib import Path


def peak_megabytes(command: list[str]) -> float:
    """Run the command; return the highest sum of its processes' shares of memory.

    Shared pages count once (proportional set size), sampled every 5 ms.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, _share(process.pid))
        time.sleep(0.005)
    return peak / 1000


def _share(number: int) -> int:
    """Return the kilobytes of a process and its children; 0 when it has ended."""
    try:
        rollup = Path(f"/proc/{number}/smaps_rollup").read_text()
        children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return 0
    own = next(
        int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")
    )
    return own + sum(_share(int(child)) for child in children)
