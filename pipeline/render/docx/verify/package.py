"""A Word file read back: its parts as trees, its relationships, nothing from outside.

Follows relationships, never file names, as Word does. The parser knows no DTD, no
entities and no network, whatever the file says.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.archive import RefusedFileError, read_archive
from pipeline.inspect.docx.package import Target, parsed
from pipeline.render.docx.markup import RELATIONSHIPS

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIP = f"{{{_PACKAGE}/relationships}}Relationship"
_DEFAULT = f"{{{_PACKAGE}/content-types}}Default"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"
_TYPES = "[Content_Types].xml"
_NO_ELEMENT = etree.Element("nothing")


class UnreadablePackageError(Exception):
    """The file is no package that Word would open."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file by name, without the leading slash."""

    data: dict[str, bytes]
    trees: dict[str, etree._Element]
    targets: dict[str, dict[str, Target]]
    """Relationships by the part they start from (`""` is the package) and their id."""
    findings: list[Diagnostic] = field(default_factory=list)

    def main(self) -> str:
        """Return the name of the document part."""
        return self.follow("", "officeDocument") or ""

    def follow(self, part: str, kind: str) -> str | None:
        """Return the part that `part` is related to by the last word of its type."""
        for target in self.targets.get(part, {}).values():
            if target.kind.rpartition("/")[2] == kind:
                return target.name
        return None

    def tree(self, kind: str, part: str | None = None) -> etree._Element:
        """Return the tree of the part that `part` (the document) has of `kind`."""
        name = self.follow(self.main() if part is None else part, kind)
        return self.trees.get(name or "", _NO_ELEMENT)


def read_package(data: bytes) -> Package:
    """Return the package; raise `UnreadablePackageError` for what is none."""
    try:
        parts = read_archive(data)
        trees = {
            name: parsed(name, content)
            for name, content in parts.items()
            if name.endswith((".xml", ".rels"))
        }
    except RefusedFileError as refused:
        raise UnreadablePackageError(refused.finding.message) from None
    targets = {
        _owner(name): dict(_targets(_owner(name), tree))
        for name, tree in trees.items()
        if name.endswith(".rels")
    }
    package = Package(parts, trees, targets)
    if package.main() not in trees:
        raise UnreadablePackageError("no document part")
    package.findings.extend(_package_findings(package))
    return package


def _owner(name: str) -> str:
    """Return the part whose relationships stand in `name`; `""` for the package."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _targets(owner: str, tree: etree._Element) -> Iterator[tuple[str, Target]]:
    folder = posixpath.dirname(owner)
    for each in tree.iter(RELATIONSHIP):
        is_external = each.get("TargetMode") == "External"
        address = each.get("Target", "")
        if not is_external:
            address = posixpath.normpath(posixpath.join("/", folder, address))[1:]
        yield each.get("Id", ""), Target(each.get("Type", ""), address, is_external)


def _package_findings(package: Package) -> Iterator[Diagnostic]:
    for owner, targets in package.targets.items():
        for key, target in targets.items():
            if not target.is_external and target.name not in package.data:
                place = owner or "the package"
                message = f"{place}: relationship `{key}` leads to no part"
                yield error("OX:11", message)
    reached = {
        target.name
        for targets in package.targets.values()
        for target in targets.values()
    }
    typed = _typed_parts(package)
    for name in package.data:
        if name == _TYPES or name.endswith(".rels"):
            continue
        if name not in reached:
            yield error("OX:11", f"no relationship leads to the part `{name}`")
        if name not in typed:
            yield error("OX:10", f"the part `{name}` has no content type")


def _typed_parts(package: Package) -> set[str]:
    types = package.trees.get(_TYPES, _NO_ELEMENT)
    endings = {each.get("Extension") for each in types.iter(_DEFAULT)} - {"xml"}
    named = {each.get("PartName", "")[1:] for each in types.iter(_OVERRIDE)}
    # `xml` alone says nothing of a part; only custom XML items may do with it.
    return named | {
        name
        for name in package.data
        if name.rpartition(".")[2] in endings or name.startswith("customXml/item")
    }


def relationship_kind(name: str) -> str:
    """Return the full type of a relationship by its last word."""
    return f"{RELATIONSHIPS}/{name}"
