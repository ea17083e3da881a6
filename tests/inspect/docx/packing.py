"""Word files taken apart and packed again, soundly or not."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = "word/document.xml"
_NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"'
)


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def wordxml(markup: str) -> list[etree._Element]:
    """Return elements from markup that uses the usual prefixes."""
    return list(etree.fromstring(f"<root {_NAMES}>{markup}</root>"))


def parts_of(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def repacked(
    data: bytes, changes: Mapping[str, Callable[[etree._Element], None]]
) -> bytes:
    """Return the file with the trees of some parts changed."""
    parts = parts_of(data)
    for name, change in changes.items():
        root = etree.fromstring(parts[name])
        change(root)
        parts[name] = etree.tostring(root)
    return packed(parts)
