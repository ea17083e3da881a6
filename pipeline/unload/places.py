"""Where a text stands in a source: it decides which signs need a backslash there."""

import re
from dataclasses import dataclass


class UnspellableError(Exception):
    """Markdown has no words for a part of a sheet: which one, and why."""

    def __init__(self, origin: str, reason: str) -> None:
        """Keep the model path of the part."""
        super().__init__(f"{origin}: {reason}")
        self.origin, self.reason = origin, reason


@dataclass(frozen=True, slots=True)
class Place:
    """What a place does to the texts in it."""

    start: re.Pattern[str] | None = None
    """What a line may not start with; the group `sign` gets the backslash."""
    ends_lines: bool = False
    """Whether a line can end in it."""
    is_title: bool = False
    """Attributes may end it: a brace that opens is never a word."""
    is_cell: bool = False
    """A bar ends it."""


# What the reader takes for a row, a definition, a fence or a link's definition.
_LIKE_OTHERS = r"(?P<sign>\||:(?=\s|::)|\[(?=[^\]^][^\]]*\]:\s))"
_BLOCKS = (
    r"(?P<sign>\||:(?=\s|::)|\[(?=[^\]^][^\]]*\]:\s|[ xX]\]\s)"
    r"|>|[-+*](?=\s|$)|\#(?=\#{0,5}(?:\s|$))|(?<=[0-9])[.)](?=\s|$)"
    r"|-(?=[- ]*$)|=(?==* *$)|_(?=[_ ]*$)|`(?=``)|~(?=~~)|<(?=[A-Za-z/!?]))"
)

PARAGRAPH = Place(re.compile(rf"(?:[0-9]{{1,9}}(?=[.)](?:\s|$)))?{_BLOCKS}"), True)
"""A paragraph, of a list item or a quote too."""

LINES = Place(re.compile(_LIKE_OTHERS), ends_lines=True)
"""Lines of their own: a footnote, what happened."""

LINE = Place(re.compile(_LIKE_OTHERS))
"""One line: who said it."""

TITLE = Place(re.compile(_LIKE_OTHERS), is_title=True)
"""A heading, a title, a caption."""

CELL = Place(is_cell=True)
"""A cell of a table."""

VALUE = Place()
"""A value of the front matter."""
