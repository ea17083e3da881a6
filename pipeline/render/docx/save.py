"""python-docx's package in memory to the bytes of our own, stable writer."""

from collections.abc import Iterator

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.opc.rel import Relationships

from pipeline.render.docx.opc import PackagePart, Relationship, package_bytes


def saved(package: OpcPackage) -> bytes:
    """Return the package as a file."""
    parts = [_part(part) for part in package.iter_parts()]
    return package_bytes(parts, list(_relationships(package.rels)))


def _part(part: Part) -> PackagePart:
    relationships = tuple(_relationships(part.rels))
    return PackagePart(str(part.partname), part.content_type, part.blob, relationships)


def _relationships(found: Relationships) -> Iterator[Relationship]:
    for each in found.values():
        if each.is_external:
            yield Relationship(each.rId, each.reltype, each.target_ref, True)
        else:
            target = str(each.target_part.partname)
            yield Relationship(each.rId, each.reltype, target)
