"""A byte-stable package (ECMA-376 Part 2): fixed dates, fixed order, no clock.

The same parts give the same bytes everywhere; python-docx's own writer stamps every
entry with the time of saving.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, relpath

from pipeline.render.docx.markup import DECLARATION, quoted

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-package.relationships+xml"
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")

# The earliest date a zip can hold; Word itself writes it.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship; `target` is a part's name with its slash, or an address."""

    id: str
    type: str
    target: str
    is_external: bool = False


@dataclass(frozen=True, slots=True)
class PackagePart:
    """A part: its name with a slash, its media type, its bytes, where it leads."""

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


def package_bytes(
    parts: Sequence[PackagePart], relationships: Sequence[Relationship]
) -> bytes:
    """Return the package of `parts`; `relationships` are those of the package."""
    entries = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships("/", relationships),
    }
    for part in parts:
        entries[part.name[1:]] = part.data
        if part.relationships:
            folder, _, name = part.name[1:].rpartition("/")
            place = f"{folder}/_rels/{name}.rels"
            entries[place] = _relationships(dirname(part.name), part.relationships)
    return _zipped(entries)


def _content_types(parts: Sequence[PackagePart]) -> bytes:
    endings = {"rels": _TYPES, "xml": "application/xml"}
    overrides = []
    for part in sorted(parts, key=lambda each: each.name):
        ending = part.name.rpartition(".")[2]
        if ending in ("png", "jpeg"):
            endings[ending] = part.content_type
        else:
            overrides.append(
                f'<Override PartName="{part.name}" ContentType="{part.content_type}"/>'
            )
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in sorted(endings.items())
    )
    body = defaults + "".join(overrides)
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{body}</Types>'
    ).encode()


def _relationships(folder: str, relationships: Sequence[Relationship]) -> bytes:
    body = "".join(_relationship(folder, each) for each in relationships)
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{body}'
        "</Relationships>"
    ).encode()


def _relationship(folder: str, each: Relationship) -> str:
    target, mode = relpath(each.target, folder), ""
    if each.is_external:
        target, mode = quoted(each.target), ' TargetMode="External"'
    return f'<Relationship Id="{each.id}" Type="{each.type}" Target="{target}"{mode}/>'


def _zipped(entries: dict[str, bytes]) -> bytes:
    names = [*_FIRST, *sorted(set(entries) - set(_FIRST))]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(_entry(name), entries[name])
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    # Pinned, for zipfile would ask the platform: who made it, and its permissions.
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
