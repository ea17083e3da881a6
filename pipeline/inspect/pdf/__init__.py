"""PDF files of any maker held against PDF/UA and PDF/A: one finding for each break.

Reads with pikepdf and never runs, fetches or draws anything. `rules/` has one function
for each rule; what they ask of the file is read once, by the modules beside this one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pikepdf

from pipeline.diagnostics import Diagnostic, error, note
from pipeline.inspect.pdf import rules
from pipeline.inspect.pdf.opening import File, open_file
from pipeline.inspect.pdf.rule import RULES, Break, Rule
from pipeline.inspect.pdf.standards import STANDARDS, claims
from pipeline.inspect.pdf.streams import ContentError, bounded

__all__ = ["STANDARDS", "Finding", "claimed", "diagnose", "inspect", "rules"]

UNREADABLE = "unreadable"
UNJUDGED = "unjudged"
# More from one rule says nothing new.
MOST_OF_A_RULE = 100
# What a damaged object can make any reader of it meet.
DAMAGED = (
    pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError,
    ArithmeticError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: which, in plain words how, and where."""

    rule: str
    """The rule's id; `unreadable` for a file that cannot be read at all."""
    message: str
    page: int | None = None
    """1-based."""
    number: int | None = None
    """The number of the object in the file."""

    def __str__(self) -> str:
        """Return where and what, the same way for every finding."""
        page = f"page {self.page}" if self.page else ""
        number = f"object {self.number}" if self.number else ""
        where = ", ".join(filter(None, (page, number)))
        return f"{where}: {self.message}" if where else self.message


def inspect(data: bytes, standards: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return what breaks the standards that the file claims, or those asked for."""
    with bounded():
        try:
            file = open_file(data)
            asked = list(standards) or claims(file)
            return tuple(_judge(file, asked))
        except pikepdf.PasswordError:
            return (Finding(UNREADABLE, "the file asks for a password"),)
        except ContentError as cause:
            return (Finding(UNREADABLE, str(cause)),)
        except (*DAMAGED, MemoryError) as cause:
            return (Finding(UNREADABLE, f"the file cannot be read: {_line(cause)}"),)


def diagnose(data: bytes, standards: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
    """Return what `inspect` finds as diagnostics; what is not judged is a note."""
    return tuple(
        note(each.rule, str(each))
        if each.rule == UNJUDGED
        else error(each.rule, str(each))
        for each in inspect(data, standards)
    )


def claimed(data: bytes) -> list[str]:
    """Return the standards that a file claims; none where it cannot be read."""
    with bounded():
        try:
            return claims(open_file(data))
        except DAMAGED:
            return []


def _judge(file: File, asked: Sequence[str]) -> Iterator[Finding]:
    if not file.pages:
        yield Finding(UNREADABLE, "the file has no pages")
        return
    if not asked:
        yield Finding(UNJUDGED, "the file claims no standard; name one to judge it by")
    for standard in asked:
        if standard not in STANDARDS:
            message = f"the file claims `{standard}`, for which there are no rules here"
            yield Finding(UNJUDGED, message)
    for rule in RULES:
        ids = [rule.id_in(standard) for standard in asked if standard in STANDARDS]
        wanted = dict.fromkeys(each for each in ids if each)
        if wanted:
            for found in _breaks(file, rule):
                for label in wanted:
                    yield Finding(label, *found)


def _breaks(file: File, rule: Rule) -> list[Break]:
    try:
        return list(islice(dict.fromkeys(rule.check(file)), MOST_OF_A_RULE))
    except DAMAGED as cause:
        return [Break(f"damage keeps the rule from being judged: {_line(cause)}")]


def _line(cause: BaseException) -> str:
    return str(cause).partition("\n")[0][:200] or type(cause).__name__
