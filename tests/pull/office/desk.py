"""The tests' end of the wire to the person at LibreOffice in `typist.py`."""

import json
import os
import select
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

PYTHON = "/usr/bin/python3"
"""The system's own, for which Debian's python3-uno is made."""
_TYPIST = Path(__file__).with_name("typist.py")
_SECONDS, _END_SECONDS = 120, 40

Act = tuple[str, ...]
"""What to do, by the name of a function of `typist.py`, and with which words."""


def is_here() -> bool:
    """Return whether there are LibreOffice and its bridge to Python."""
    if not (shutil.which("soffice") and Path(PYTHON).exists()):
        return False
    asked = subprocess.run(
        [PYTHON, "-c", "import uno"], capture_output=True, check=False
    )
    return asked.returncode == 0


class Desk:
    """One office for many jobs; a job that takes too long ends it."""

    def __init__(self, folder: Path) -> None:
        """Start the office; `folder` takes its settings and the files it works on."""
        self._folder, self._count = folder, 0
        self._said = (folder / "said.txt").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [PYTHON, str(_TYPIST), str(folder / "home")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._jobs, self._answers = self._process.stdin, self._process.stdout

    def edit(
        self, data: bytes, acts: Sequence[Act] = (), form: str = "docx"
    ) -> tuple[bytes, bool]:
        """Return the file as saved after the acts, and whether they were recorded."""
        self._count += 1
        # ODF 1.3, Part 2, 3.3: such a file begins with its media type.
        was = "odt" if b"opendocument" in data[:90] else "docx"
        given = self._folder / f"{self._count}-given.{was}"
        saved = self._folder / f"{self._count}-saved.{form}"
        given.write_bytes(data)
        job = {"open": str(given), "acts": list(acts), "save": str(saved)}
        answer = self._ask(json.dumps(job))
        return saved.read_bytes(), bool(answer["tracks"])

    def _ask(self, job: str) -> dict[str, object]:
        self._jobs.write(job.encode() + b"\n")
        self._jobs.flush()
        ready, _, _ = select.select([self._answers], [], [], _SECONDS)
        line = self._answers.readline() if ready else b""
        if not line:
            self.close()
            said = (self._folder / "said.txt").read_text("utf-8")
            raise RuntimeError(f"LibreOffice gave no answer: {said[-2000:]}")
        answer: dict[str, object] = json.loads(line)
        assert "failed" not in answer, answer["failed"]
        return answer

    def close(self) -> None:
        """Send everybody home; who does not go is ended."""
        self._jobs.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._answers.close()
        self._said.close()
