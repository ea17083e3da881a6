"""Role and place to Word style: the one table that the writer and `verify` share.

Names are Word's own wherever it has a style for the purpose, in its spelling inside
files (`heading 1`), so every language version of Word shows its translation.
"""

from itertools import product

from pipeline.tree import Align, Role

LIST_LEVELS = 3
"""Levels of nesting with styles of their own; deeper ones use the last."""

MAX_LIST_LEVELS = 9
"""ECMA-376 Part 1, 17.9.3: `w:ilvl` counts from 0 to 8."""

STYLE_OF_ROLE = {
    Role.TITLE: "heading 1",
    Role.HEADING: "heading 2",
    Role.SUBHEADING: "heading 3",
    Role.KEY_FACTS_TITLE: "Key Facts Title",
    Role.AGENCY: "Agency",
    Role.BUREAU: "Bureau",
    Role.KIND: "Kind",
    Role.NUMBER: "Number",
    Role.DATE: "Date",
    Role.STANDFIRST: "Standfirst",
    Role.BODY: "Body Text",
    Role.TABLE_CAPTION: "Table Caption",
    Role.TABLE_NOTE: "Table Note",
    Role.FIGURE_CAPTION: "Figure Caption",
    Role.CALLOUT_TITLE: "Callout Title",
    Role.CALLOUT_TEXT: "Callout Text",
    Role.QUOTE_TEXT: "Quote",
    Role.ATTRIBUTION: "Attribution",
    Role.FACT_LABEL: "Fact Label",
    Role.FACT_VALUE: "Fact Value",
    Role.TERM: "Term",
    Role.DETAIL: "Detail",
    Role.CONTACT_NAME: "Contact Name",
    Role.CONTACT_LINE: "Contact Line",
    Role.RESOURCE_TEXT: "Resource",
    Role.NOTE: "footnote text",
    Role.COLOPHON_TEXT: "Colophon",
}

SECTION_OPENING = "Section Opening"
"""The first paragraph of a later section that has no heading: a rule stands for it."""
LIST_INTRODUCTION = "List Introduction"
"""Running text right above a list: stays with it."""
TEXT_RESUMED = "Text Resumed"
"""Running text right below a table, a figure or a box: they bring no space."""
TABLE_INTRODUCTION = "Table Introduction"
"""Running text right above a table without a caption: a table brings no space."""
WIDE_CAPTION = "Wide Table Caption"
WIDE_NOTE = "Wide Table Note"
CALLOUT_OPENING = "Callout Opening"
"""The first paragraph of a callout without a title."""
QUOTE_CONTINUED = "Quote Continued"
"""The second and later paragraphs of a quotation."""
COLOPHON_OPENING = "Colophon Opening"
PICTURE_ALONE = "Picture Alone"
"""A picture without a caption, which it would stay with."""
PICTURE = "Picture"
"""Not `Figure`: LibreOffice has a style of that name for captions."""
EMBLEM = "Emblem"
TABLE_GAP = "Table Gap"
"""Keeps a table from growing into the next one, where no words stand between them."""
TABLE = "Bulletin Table"
CLOSE_TABLE = "Bulletin Table Close"
"""A table whose longest words need all the room there is."""
FIRST_HEADER = "First Page Header"

_ALIGN_NAMES = {Align.START: "", Align.CENTER: " Center", Align.END: " End"}


def list_style(kind: str, level: int, *, in_callout: bool) -> str:
    """Return the style of list text; `kind` is Bullet, Number or Continue."""
    prefix = "Callout List" if in_callout else "List"
    depth = min(level, LIST_LEVELS)
    return f"{prefix} {kind}" if depth == 1 else f"{prefix} {kind} {depth}"


def cell_style(scope: str | None, align: Align, *, is_close: bool = False) -> str:
    """Return the style of a table cell's text."""
    names = {"column": "Table Heading", "row": "Table Row Heading", None: "Table Text"}
    return names[scope] + _ALIGN_NAMES[align] + (" Close" if is_close else "")


def style_id(name: str) -> str:
    """Return the id of the style `name`: its words run together, each capitalized."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _roles() -> dict[str, Role]:
    roles = {style_id(name): role for role, name in STYLE_OF_ROLE.items()}
    roles[style_id(SECTION_OPENING)] = Role.BODY
    roles[style_id(LIST_INTRODUCTION)] = Role.BODY
    roles[style_id(TEXT_RESUMED)] = Role.BODY
    roles[style_id(TABLE_INTRODUCTION)] = Role.BODY
    roles[style_id(WIDE_CAPTION)] = Role.TABLE_CAPTION
    roles[style_id(WIDE_NOTE)] = Role.TABLE_NOTE
    roles[style_id(CALLOUT_OPENING)] = Role.CALLOUT_TEXT
    roles[style_id(QUOTE_CONTINUED)] = Role.QUOTE_TEXT
    roles[style_id(COLOPHON_OPENING)] = Role.COLOPHON_TEXT
    for kind in ("Bullet", "Number", "Continue"):
        for level in range(1, LIST_LEVELS + 1):
            for in_callout in (False, True):
                name = list_style(kind, level, in_callout=in_callout)
                roles[style_id(name)] = Role.LIST_TEXT
    for align, is_close in product(Align, (False, True)):
        for scope in (None, "column", "row"):
            name = cell_style(scope, align, is_close=is_close)
            roles[style_id(name)] = Role.TABLE_HEAD if scope else Role.TABLE_TEXT
    return roles


ROLE_OF_STYLE = _roles()
"""Style id to role: many styles may spell one role."""
