"""Rich text as typed runs, with one canonical form.

Editors write inline Markdown; `RichText` fields accept that text when the validation
context is a `ReadInline` (the loader's Markdown reader), and plain words without one.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from schemas.values import Language, Line, Model, Name, Url, checked_text, has_words


class LinkStatus(StrEnum):
    """Whether a link has its target, has lost it, or has it from its own words."""

    LIVE = "live"
    LOST = "lost"
    DERIVED = "derived"


class TextRun(Model):
    """Plain words."""

    kind: Literal["text"] = "text"
    text: Annotated[str, AfterValidator(checked_text)]


class StrongRun(Model):
    """Words of strong importance."""

    kind: Literal["strong"] = "strong"
    runs: "Runs"


class EmphasisRun(Model):
    """Stressed words."""

    kind: Literal["emphasis"] = "emphasis"
    runs: "Runs"


class LinkRun(Model):
    """Words that lead somewhere. A lost link keeps its words and has no target."""

    kind: Literal["link"] = "link"
    runs: "Runs"
    target: Url | None = None
    status: Annotated[LinkStatus, Field(strict=False)] = LinkStatus.LIVE

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.target is None) != (self.status is LinkStatus.LOST):
            raise PydanticCustomError(
                "link", "a link needs a target, and a lost link has none"
            )
        if not has_words(plain(self.runs)):
            raise PydanticCustomError("link-words", "this link has no words")
        if any(isinstance(run, LinkRun | NoteRun) for run in walk_runs(self.runs)):
            raise PydanticCustomError(
                "link-nested", "a link or a footnote's call stands inside a link"
            )
        return self


class AbbreviationRun(Model):
    """An abbreviation with the words it stands for."""

    kind: Literal["abbreviation"] = "abbreviation"
    text: Line
    expansion: Line


class ForeignRun(Model):
    """Words in another language than the text around them."""

    kind: Literal["foreign"] = "foreign"
    lang: Language
    runs: "Runs"


class NoteRun(Model):
    """A call to the footnote named `note`."""

    kind: Literal["note"] = "note"
    note: Name


class BreakRun(Model):
    """A forced line end inside a paragraph."""

    kind: Literal["break"] = "break"


Run = Annotated[
    TextRun
    | StrongRun
    | EmphasisRun
    | LinkRun
    | AbbreviationRun
    | ForeignRun
    | NoteRun
    | BreakRun,
    Field(discriminator="kind"),
]

# Behind a validator that reads text, JSON's arrays arrive as Python lists.
Runs = Annotated[tuple[Run, ...], Field(strict=False)]

ReadInline = Callable[[str], tuple[Run, ...]]
"""Reads inline Markdown into runs; raises PydanticCustomError with an `offset`."""


def canonical(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return `runs` with neighbouring texts joined and empty texts dropped."""
    joined: list[Run] = []
    for is_text, group in groupby(runs, lambda run: isinstance(run, TextRun)):
        if is_text:
            joined += _joined(group)
        else:
            joined += map(_canonical, group)
    return tuple(joined)


def _joined(group: Iterable[Run]) -> list[Run]:
    texts = [run for run in group if isinstance(run, TextRun) and run.text]
    if len(texts) < 2:
        return list(texts)
    return [TextRun(text="".join(run.text for run in texts))]


def _canonical(run: Run) -> Run:
    if isinstance(run, StrongRun | EmphasisRun | LinkRun | ForeignRun):
        return run.model_copy(update={"runs": canonical(run.runs)})
    return run


def _read(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, str):
        read_inline: ReadInline | None = info.context
        if read_inline is not None:
            return read_inline(value)
        return (TextRun(text=checked_text(value)),)
    return value


def _not_blank(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not has_words(plain(runs)):
        raise PydanticCustomError("blank", "this needs at least one word")
    return canonical(runs)


def plain(runs: Iterable[Run]) -> str:
    """Return the words of `runs` without marks; a forced line end reads as a space."""
    return "".join(_words(runs))


def _words(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        match run:
            case TextRun() | AbbreviationRun():
                yield run.text
            case BreakRun():
                yield " "
            case NoteRun():
                pass
            case _:
                yield from _words(run.runs)


def walk_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield each run and the runs inside it, in reading order."""
    for run in runs:
        yield run
        if isinstance(run, StrongRun | EmphasisRun | LinkRun | ForeignRun):
            yield from walk_runs(run.runs)


RichText = Annotated[
    tuple[Run, ...],
    Field(strict=False),
    BeforeValidator(_read, json_schema_input_type=str | tuple[Run, ...]),
    AfterValidator(_not_blank),
]
"""Words with emphasis, links, abbreviations, languages and notes; never blank."""
