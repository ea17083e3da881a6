"""The bulletin tree: what a document says, in reading order.

Renderers are spellings of this tree. It holds no fonts, colours, points or pages, and
every block names the place in the model it came from (`origin`). Blocks and inlines are
different types; their unions are closed, so `match` over them is checked.
"""

from pipeline.tree.block import (
    Block,
    Cell,
    Definition,
    Definitions,
    Figure,
    Group,
    Heading,
    List,
    ListItem,
    Paragraph,
    Picture,
    Table,
)
from pipeline.tree.document import (
    Document,
    Meta,
    Note,
    RunningMatter,
)
from pipeline.tree.inline import (
    Abbreviation,
    Content,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from pipeline.tree.reading import (
    Leaf,
    inlines,
    leaves,
    plain_text,
    walk,
)
from pipeline.tree.roles import (
    Align,
    Role,
)

__all__ = [
    "Abbreviation",
    "Align",
    "Block",
    "Cell",
    "Content",
    "Definition",
    "Definitions",
    "Document",
    "Emphasis",
    "Figure",
    "Foreign",
    "Group",
    "Heading",
    "Inline",
    "Leaf",
    "LineBreak",
    "Link",
    "List",
    "ListItem",
    "Meta",
    "Note",
    "NoteReference",
    "Paragraph",
    "Picture",
    "Role",
    "RunningMatter",
    "Strong",
    "Table",
    "Text",
    "inlines",
    "leaves",
    "plain_text",
    "walk",
]
