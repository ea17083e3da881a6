"""What reviewers said beside a sheet: remarks that wait for an answer."""

from typing import Literal

from schemas.values import Flag, Line, Model


class Remark(Model):
    """A comment, or a tracked change that nobody has decided on, from a Word file."""

    kind: Literal["comment", "change"] = "comment"
    block: str
    """Model path of what it stands beside, such as `sections[2].blocks[0]`."""
    place: Line
    """The same in words."""
    quoted: str | None = None
    """The words it is about."""
    says: str
    author: str | None = None
    date: str | None = None
    """As the file gives it."""
    source: Line
    """Name of the Word file."""
    done: Flag = False


class Review(Model):
    """All remarks on one sheet, in the order in which they came."""

    remarks: tuple[Remark, ...] = ()
