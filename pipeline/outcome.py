"""What became of one sheet: a plain value that travels between processes."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written."""

    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one sheet: its files (none when it failed) and the findings."""

    source: Path
    outputs: tuple[Output, ...]
    report: tuple[Diagnostic, ...]
    sidecar: Output | None = None
    """The report for programs that stands beside the outputs."""
    trace: str = ""
    """Where bulletin itself failed, for its makers; empty when it did not."""

    @property
    def failed(self) -> bool:
        """Whether nothing was written; older files are kept as they were."""
        return any(each.is_error for each in self.report)
