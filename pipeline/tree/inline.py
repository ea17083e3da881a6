"""Words and their marks inside a block."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `target`: an address, or `#` and a heading's anchor."""

    content: "tuple[Inline, ...]"
    target: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation and the words it stands for, which are not printed."""

    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in the language `lang` (BCP 47)."""

    lang: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call to the note `note`; prints `label`."""

    note: str
    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line end."""


Inline = (
    Text | Strong | Emphasis | Link | Abbreviation | Foreign | NoteReference | LineBreak
)
Content = tuple[Inline, ...]
