"""What the readers of YAML and JSON give: plain data, and the place of each value."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.diagnostics import Diagnostic, Location, Origins, error, place

# A fact sheet's lists reach this deep at most; deeper data is an attack or an accident.
MAX_DEPTH = 64
# A sign is looked for on this many lines after the start of what holds it.
_REACH = 200


@dataclass(slots=True)
class Positioned:
    """Data of a source; `keys` are the places of keys, `origins` those of values."""

    file: str
    data: dict[str, object] | None = None
    origins: Origins = field(default_factory=dict)
    keys: Origins = field(default_factory=dict)
    absent: dict[str, bool] = field(default_factory=dict)
    """Keys whose value is None; True where it is not written, but braces close."""
    findings: list[Diagnostic] = field(default_factory=list)

    def refuse(
        self, line: int, column: int, code: str, message: str, hint: str | None = None
    ) -> None:
        """Record an error at the 1-based `line` and `column`."""
        where = Location(self.file, line, column)
        self.findings.append(error(code, message, location=where, hint=hint))


def child(origin: str, key: str | int) -> str:
    """Return the path of `key` inside `origin`."""
    if isinstance(key, int):
        return f"{origin}[{key}]"
    return f"{origin}.{key}" if origin else key


def seek(sought: str, lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Return the first place of `sought` from `line` and `column` on, or these."""
    start = max(column - 1, 0)
    for number in range(max(line - 1, 0), min(line + _REACH, len(lines))):
        index = lines[number].find(sought, start) if sought else -1
        if index >= 0:
            return number + 1, index + 1
        start = 0
    return line, column


# What these quote first stands in the source as it is quoted, most often.
_QUOTING = frozenset({"link-text", "missing-glyph", "script"})


def pinpoint(
    found: Diagnostic, file: str, origins: Origins, lines: Sequence[str]
) -> Diagnostic:
    """Return `found` placed in `file`, at the very words it quotes where they stand.

    They are sought from the start of its origin to that of what follows.
    """
    placed = place(found, file, origins)
    where, origin = placed.location, found.origin
    if found.location or not where or not origin or found.code not in _QUOTING:
        return placed
    after = (
        line
        for path, (line, _) in origins.items()
        if line > where.line and not path.startswith(origin)
    )
    end = min(after, default=len(lines) + 1) - 1
    sought = found.message.split("`")[1]
    line, column = seek(sought, lines[:end], where.line, where.column)
    return replace(placed, location=Location(file, line, column))
