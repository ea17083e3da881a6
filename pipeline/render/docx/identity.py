"""Names and ids that tie the Word file to its sheet: all from content, none random.

An edited file comes back by them: paragraph ids break ties between equal texts, and the
embedded model is what the edits are held against.
"""

import hashlib
import uuid
from collections.abc import Mapping

from pipeline.render.docx.markup import DECLARATION, escaped, quoted
from pipeline.tree import Meta, Picture

SOURCE = "urn:bulletin:source:1"
"""Namespace of the embedded model."""

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, SOURCE)

# ST_LongHexNumber, less what Word keeps for itself: [MS-DOCX] 2.2.6 wants ids below.
_LARGEST_ID = 0x7FFFFFFF
# ST_Bookmark names end here, and Word cuts longer ones off.
_LONGEST_NAME = 40


class ParagraphIds:
    """Hands out `w14:paraId`s, each once."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._taken: set[int] = set()

    def take(self, origin: str) -> str:
        """Return the id of the paragraph that comes from `origin` in the model."""
        number = _digest_number(f"{self._sheet}\n{origin}")
        while number in self._taken or number == 0:
            number = number % _LARGEST_ID + 1
        self._taken.add(number)
        return f"{number:08X}"


def _digest_number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) & _LARGEST_ID


def bookmark_name(anchor: str) -> str:
    """Return a heading's name as a bookmark: letters, digits, `_`, at most 40.

    Anchors are lower case, so the capital that marks a changed name keeps it apart.
    """
    name = anchor.replace("-", "_")
    if not name[:1].isalpha():
        name = f"H_{name}"
    if len(name) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    return f"H{digest}_{name[:30]}"


def review_anchor(identifier: str) -> str:
    """Return the name of the hidden bookmark on the paragraph of this id.

    Word lists no bookmark whose name starts with `_`.
    """
    return f"_b_{identifier}"


def source_item(meta: Meta, source: bytes, pictures: Mapping[str, Picture]) -> str:
    """Return the custom XML part that carries the sheet as canonical JSON.

    With it go the sums of its `pictures` by origin: an exchanged one is found by them.
    """
    digest = hashlib.sha256(source).hexdigest()
    sums = "".join(
        f'<picture origin="{quoted(origin)}" '
        f'sha256="{hashlib.sha256(picture.data).hexdigest()}"/>'
        for origin, picture in pictures.items()
    )
    return (
        f'{DECLARATION}<source xmlns="{SOURCE}" id="{quoted(meta.id)}" '
        f'edition="{meta.edition}" sha256="{digest}">'
        f'<model format="json">{escaped(source.decode())}</model>{sums}</source>'
    )


def source_properties(meta: Meta) -> str:
    """Return the properties of the custom XML part: its id and its namespace."""
    item = str(uuid.uuid5(_NAMESPACE, meta.id)).upper()
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_DATA_STORE}" '
        f'ds:itemID="{{{item}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{SOURCE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
