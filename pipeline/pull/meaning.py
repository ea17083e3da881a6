"""What a paragraph is by its style: the names of `roles.py`, read the other way.

Styles are known by name. A style that is not ours is what it is based on; plain text
styles of Word are running text; numbered paragraphs are list items.
"""

from dataclasses import dataclass, replace
from enum import Enum

from pipeline.render.docx import roles
from pipeline.tree import Align, Role
from pipeline.word import Paragraph


class Form(Enum):
    """What a paragraph of a list is."""

    BULLET = "bullet"
    NUMBER = "number"
    CONTINUE = "continue"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a paragraph is for; the rest tells how it stands in a list."""

    role: Role
    form: Form | None = None
    level: int = 0
    """Of lists, from 1."""
    in_callout: bool = False

    def same(self, other: "Meaning") -> bool:
        """Return whether styles can tell the two apart; the deepest share theirs."""
        deepest = roles.LIST_LEVELS
        return replace(self, level=min(self.level, deepest)) == replace(
            other, level=min(other.level, deepest)
        )


_FORMS = {"Bullet": Form.BULLET, "Number": Form.NUMBER, "Continue": Form.CONTINUE}
_PLAIN = frozenset(
    {
        "normal", "normal (web)", "no spacing", "plain text", "body text 2",
        "body text 3", "body text first indent", "first paragraph", "compact",
        "text body", "default", "body", "default paragraph", "standard",
        "normal indent", "table contents",
    }
)  # fmt: skip
_LIST_PARAGRAPH = "list paragraph"
# No other program has styles of these names.
_OURS = frozenset(
    {
        "standfirst", "fact label", "contact name", "callout text", "kind",
        "section opening", "colophon", "list introduction", "text resumed",
    }
)  # fmt: skip


def _meanings() -> dict[str, Meaning]:
    found = {name.lower(): Meaning(role) for role, name in roles.STYLE_OF_ROLE.items()}
    for role, names in {
        Role.BODY: (
            roles.SECTION_OPENING, roles.LIST_INTRODUCTION, roles.TEXT_RESUMED,
            roles.TABLE_INTRODUCTION,
        ),
        Role.TABLE_CAPTION: (roles.WIDE_CAPTION,),
        Role.TABLE_NOTE: (roles.WIDE_NOTE,),
        Role.CALLOUT_TEXT: (roles.CALLOUT_OPENING,),
        Role.QUOTE_TEXT: (roles.QUOTE_CONTINUED,),
        Role.COLOPHON_TEXT: (roles.COLOPHON_OPENING,),
        Role.FIGURE: (roles.PICTURE, roles.PICTURE_ALONE, roles.EMBLEM),
    }.items():  # fmt: skip
        found |= {name.lower(): Meaning(role) for name in names}
    for kind, form in _FORMS.items():
        for level in range(1, roles.LIST_LEVELS + 1):
            for inside in (False, True):
                name = roles.list_style(kind, level, in_callout=inside)
                found[name.lower()] = Meaning(Role.LIST_TEXT, form, level, inside)
    for scope, role in (("column", Role.TABLE_HEAD), (None, Role.TABLE_TEXT)):
        for align in Align:
            found[roles.cell_style(scope, align).lower()] = Meaning(role)
    return found


_MEANINGS = _meanings()


def knows_ours(styles: frozenset[str]) -> bool:
    """Return whether a file still defines styles of ours; some programs drop them."""
    return not _OURS.isdisjoint(styles)


def meaning_of(paragraph: Paragraph) -> Meaning | None:
    """Return what the paragraph is by its own account; None for a foreign style."""
    named = _by_name(paragraph)
    listed = paragraph.listed
    is_plain = named is None or named.role in (Role.BODY, Role.LIST_TEXT)
    if listed is None or not is_plain:
        return named
    if listed.format == "none":
        form = Form.CONTINUE
    else:
        form = Form.BULLET if listed.format == "bullet" else Form.NUMBER
    in_callout = bool(named and named.in_callout)
    return Meaning(Role.LIST_TEXT, form, listed.level + 1, in_callout)


def _by_name(paragraph: Paragraph) -> Meaning | None:
    for name in paragraph.styles:
        if name in _MEANINGS:
            return _unlisted(_MEANINGS[name], paragraph)
        if name == _LIST_PARAGRAPH and paragraph.listed is None:
            return Meaning(Role.LIST_TEXT, Form.CONTINUE, 1)
        if name in _PLAIN and name == paragraph.style:
            return Meaning(Role.BODY)
    outlines = {2: Role.HEADING, 3: Role.SUBHEADING}
    if paragraph.outline in outlines:
        return Meaning(outlines[paragraph.outline])
    return None


def _unlisted(meaning: Meaning, paragraph: Paragraph) -> Meaning:
    """Return an item whose number was taken away as a further paragraph of its item."""
    if meaning.form in (Form.BULLET, Form.NUMBER) and paragraph.listed is None:
        return replace(meaning, form=Form.CONTINUE)
    return meaning
