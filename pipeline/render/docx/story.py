"""What is handed out while a sheet is written: ids, relationships, numbers.

A story is a run of text with relationships of its own: the body, or the notes.
"""

from collections import Counter
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pipeline.render.docx.identity import (
    ParagraphIds,
    bookmark_name,
    review_anchor,
)
from pipeline.render.docx.markup import quoted
from pipeline.render.docx.measures import Measures
from pipeline.render.docx.numbering import OrderedList, first_free_number
from pipeline.tree import Document, NoteReference, Picture, inlines, leaves


@dataclass(slots=True)
class Notes:
    """The notes by name, and which of them have been called so far."""

    numbers: dict[str, int]
    repeated: frozenset[str]
    """Notes called more than once: Word's later calls are fields on the first."""
    called: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Story:
    """The state of writing one story."""

    part: Part
    measures: Measures
    ids: ParagraphIds
    notes: Notes
    lists: list[OrderedList] = field(default_factory=list)
    """Ordered lists in reading order; each has its own `w:num`."""
    is_review: bool = False
    """Whether each paragraph gets an anchor that other editors keep."""
    pictures: int = 0
    bookmarks: int = 0
    _addresses: dict[str, str] = field(default_factory=dict)

    def link(self, target: str) -> str:
        """Return the attribute that leads a `w:hyperlink` to `target`."""
        if target.startswith("#"):
            return f'w:anchor="{bookmark_name(target[1:])}"'
        if target not in self._addresses:
            # Not `relate_to`: it looks through all relationships for each new one.
            key = f"rIdLink{len(self._addresses) + 1}"
            self.part.load_rel(KIND.HYPERLINK, target, key, is_external=True)
            self._addresses[target] = key
        return f'r:id="{self._addresses[target]}" w:history="1"'

    def count(self, ordered: OrderedList) -> int:
        """Return the `w:numId` of an ordered list that starts here."""
        self.lists.append(ordered)
        return first_free_number() + len(self.lists) - 1

    def picture(self, picture: Picture) -> tuple[int, str]:
        """Return a picture's drawing id and relationship."""
        self.pictures += 1
        ending = picture.media_type.rpartition("/")[2]
        name = PackURI(f"/word/media/image{self.pictures}.{ending}")
        part = Part(name, picture.media_type, picture.data, self.part.package)
        return self.pictures, self.part.relate_to(part, KIND.IMAGE)

    def paragraph(self, origin: str, properties: str, inner: str) -> str:
        """Return the paragraph that comes from `origin` in the model.

        Its id is Word's own; other editors drop that and keep bookmarks, but screen
        readers announce bookmarks, so only a review copy has one on each paragraph.
        """
        identifier = self.ids.take(origin)
        if self.is_review and inner:
            inner = self.bookmark(review_anchor(identifier), inner)
        return (
            f'<w:p w14:paraId="{identifier}"><w:pPr>{properties}</w:pPr>{inner}</w:p>'
        )

    def bookmark(self, name: str, inner: str) -> str:
        """Return `inner` between the two ends of a bookmark."""
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{quoted(name)}"/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{self.bookmarks}"/>'


def notes_of(document: Document) -> Notes:
    """Return the notes of `document`, none called yet."""
    calls = Counter(
        inline.note
        for leaf in leaves(document.blocks)
        for inline in inlines(leaf.content)
        if isinstance(inline, NoteReference)
    )
    numbers = {note.id: index for index, note in enumerate(document.notes, start=1)}
    return Notes(numbers, frozenset(name for name, times in calls.items() if times > 1))
