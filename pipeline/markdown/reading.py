"""What a reader of Markdown carries along: lines, findings, and where things stand.

Line numbers count in the whole file: a body is read with its front matter blanked out.
"""

from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic, Location, Origins, Severity

Data = dict[str, object]
"""Plain data in the shape of a model."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at `offset` of a piece of text, before its place is known."""

    offset: int
    code: str
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class Reading:
    """One body while it is read: findings, origins and notes gather here."""

    file: str
    lines: list[str]
    origins: Origins = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    notes: list[Data] = field(default_factory=list)

    def refuse(
        self,
        line: int,
        code: str,
        message: str,
        hint: str | None = None,
        column: int = 0,
    ) -> None:
        """Record an error on the 0-based `line`, by default at its first character."""
        where = Location(self.file, line + 1, column or self.indent(line) + 1)
        self.findings.append(Diagnostic(Severity.ERROR, code, message, where, hint))

    def note_place(self, origin: str, line: int) -> None:
        """Remember that `origin` starts on the 0-based `line`."""
        self.origins[origin] = (line + 1, self.indent(line) + 1)

    def indent(self, line: int) -> int:
        """Return how many blanks the 0-based `line` starts with."""
        if line >= len(self.lines):
            return 0
        text = self.lines[line]
        return len(text) - len(text.lstrip())

    def report(self, found: Finding, text: str, line: int, start: int = 0) -> None:
        """Record `found` in `text`, which stands on the 0-based `line` past `start`."""
        before = text[: found.offset]
        row = before.count("\n")
        piece = text.split("\n")[row]
        source = self.lines[line + row] if line + row < len(self.lines) else ""
        inside = len(before.rpartition("\n")[2]) - (len(piece) - len(piece.lstrip()))
        column = max(source.find(piece.strip(), start), 0) + inside + 1
        where = Location(self.file, line + row + 1, column)
        self.findings.append(
            Diagnostic(found.severity, found.code, found.message, where, found.hint)
        )
