"""A Word file's parts as trees with their relationships; nothing from outside.

Follows relationships, never file names, as Word does. The parser knows no DTD, no
entities and no network, whatever the file says.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.archive import RefusedFileError, read_archive
from pipeline.inspect.docx.kinds import foreign_bytes, foreign_parts, foreign_root
from pipeline.inspect.docx.names import (
    FALLBACK,
    RELATIONSHIP,
    RELATIONSHIPS,
    TYPE_BY_ENDING,
    TYPE_BY_NAME,
)

TYPES = "[Content_Types].xml"
_NAMESPACE = RELATIONSHIPS.encode()
_IDS = etree.XPath("//@r:*", namespaces={"r": RELATIONSHIPS}, smart_strings=False)
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    # Nothing that Word shows: rules need not step around them.
    remove_comments=True,
    remove_pis=True,
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a relationship leads: a part's name, or an address outside."""

    kind: str
    """The last word of its type, such as `hyperlink`."""
    name: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file by name, without the leading slash."""

    data: dict[str, bytes]
    trees: dict[str, etree._Element]
    targets: dict[str, dict[str, Target]]
    """Relationships by the part they start from (`""` is the package) and their id."""
    used: dict[str, frozenset[str]]
    """Ids of relationships that each tree names, those of fallbacks too."""
    types: dict[str, str]
    """Content types by part."""

    def follow(self, part: str, kind: str) -> str | None:
        """Return the part that `part` is related to by the last word of its type."""
        for target in self.targets.get(part, {}).values():
            if target.kind == kind and not target.is_external:
                return target.name
        return None

    def tree(self, part: str, kind: str) -> etree._Element | None:
        """Return the tree of the part that `part` is related to."""
        return self.trees.get(self.follow(part, kind) or "")

    def main(self) -> str:
        """Return the name of the document part."""
        return self.follow("", "officeDocument") or ""


def read_package(data: bytes) -> Package:
    """Return the package; raise `RefusedFileError` for what is no sound Word file."""
    _refuse(foreign_bytes(data))
    parts = read_archive(data)
    trees = {name: _tree(name, parts[name]) for name in parts if _is_xml(name)}
    _refuse(foreign_parts(set(parts), trees.get(TYPES)))
    types = _types(trees[TYPES], parts)
    for name, kind in types.items():
        if name not in trees and kind.endswith(("+xml", "/xml")):
            trees[name] = _parsed(name, parts[name])
    owners = {name: _owner(name) for name in trees if name.endswith(".rels")}
    targets = {
        owner: dict(_targets(owner, trees[name])) for name, owner in owners.items()
    }
    used = {
        name: _used(tree)
        for name, tree in trees.items()
        if name not in owners and _NAMESPACE in parts[name]
    }
    for name, tree in trees.items():
        if b"Fallback" in parts[name]:
            _drop_fallbacks(tree)
    package = Package(parts, trees, targets, used, types)
    _refuse(foreign_root(trees.get(package.main())))
    return package


def _refuse(finding: Diagnostic | None) -> None:
    if finding is not None:
        raise RefusedFileError(finding)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _tree(name: str, content: bytes) -> etree._Element:
    # A theme's styles, the largest part by far, are the same in each of its sheets.
    # What has fallbacks is not shared, for it will be changed.
    is_shared = name.endswith("/styles.xml") and b"Fallback" not in content
    return _parsed_once(name, content) if is_shared else _parsed(name, content)


def _parsed(name: str, content: bytes) -> etree._Element:
    """Return a part as a tree; raise `RefusedFileError` for what is none.

    OX:10: parts are well-formed XML without a document type declaration.
    """
    try:
        tree = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as problem:
        message = f"`{name}` is not XML: {problem}"
        raise RefusedFileError(error("OX:10", message)) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        message = f"`{name}` holds a document type declaration"
        raise RefusedFileError(error("OX:10", message))
    return tree


_parsed_once = lru_cache(maxsize=4)(_parsed)


def _types(tree: etree._Element, parts: dict[str, bytes]) -> dict[str, str]:
    # Names of parts and endings are compared without case: ECMA-376 Part 2, 7.3.
    endings = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in tree.iter(TYPE_BY_ENDING)
    }
    named = {
        each.get("PartName", "")[1:].lower(): each.get("ContentType", "")
        for each in tree.iter(TYPE_BY_NAME)
    }
    types = {
        name: named.get(name.lower()) or endings.get(name.rpartition(".")[2].lower())
        for name in parts
        if name != TYPES
    }
    return {name: kind for name, kind in types.items() if kind}


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
        kind = each.get("Type", "").rpartition("/")[2]
        yield each.get("Id", ""), Target(kind, address, is_external)


def _used(tree: etree._Element) -> frozenset[str]:
    found = _IDS(tree)
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def _drop_fallbacks(tree: etree._Element) -> None:
    """Leave the form that Word shows: a fallback says the same once more."""
    for fallback in list(tree.iter(FALLBACK)):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
