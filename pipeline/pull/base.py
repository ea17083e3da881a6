"""The sheet that an edited file was made from: embedded in it, or found by its sum."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree
from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.package import Package
from pipeline.render.docx.identity import SOURCE
from schemas.factsheet import FactSheet

_ROOT, _MODEL = f"{{{SOURCE}}}source", f"{{{SOURCE}}}model"
_PICTURE = f"{{{SOURCE}}}picture"
_PROPERTY = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
)
_NAMES = ("BulletinId", "BulletinEdition", "BulletinSourceSha256")


class RefusedEditError(Exception):
    """An edited file cannot come back; the source is to stay as it is."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        """Keep the findings, all of them at once."""
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in self.findings))


@dataclass(frozen=True, slots=True)
class Identity:
    """Which sheet a file says that it was made from."""

    id: str
    edition: str
    sha256: str
    """Of the sheet as canonical JSON."""


@dataclass(frozen=True, slots=True)
class Base:
    """The sheet that was edited, and its canonical JSON."""

    sheet: FactSheet
    source: bytes
    identity: Identity | None = None
    """None where the caller said which base it is."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The sums of its pictures by their origins, as far as the file holds them."""


def base_of(sheet: FactSheet) -> Base:
    """Return a sheet as base, for a file that does not say what it was made from."""
    return Base(sheet, sheet.model_dump_json().encode())


def find_base(package: Package, candidates: Iterable[bytes] = ()) -> Base:
    """Return the base of an opened file; raise `RefusedEditError` where there is none.

    `candidates` are sheets as canonical JSON: the one with the sum that the file names
    is taken when the file does not hold its base.
    """
    root = _embedded(package)
    source = None if root is None else root.findtext(_MODEL)
    identity = _identity(package, root)
    if source is not None and identity is not None:
        data = source.encode()
        if _digest(data) != identity.sha256:
            message = "the sheet embedded in the file is damaged: its sum is wrong"
            raise RefusedEditError([error("base", message, hint=_AGAIN)])
        return Base(_parsed(data), data, identity, _sums(root))
    if identity is None:
        message = "the file does not say which sheet it was made from"
        raise RefusedEditError([error("base", message, hint=_SAY)])
    for data in candidates:
        if _digest(data) == identity.sha256:
            return Base(_parsed(data), data, identity)
    raise RefusedEditError([_wanted(identity)])


_AGAIN = "build the sheet anew and take the edits over into the new file"
_SAY = "name the sheet it was made from, if you are sure which one it was"


def identity_of(package: Package) -> Identity | None:
    """Return which sheet the file says that it was made from, if it says so."""
    return _identity(package, _embedded(package))


def _embedded(package: Package) -> etree._Element | None:
    # Found by its name, not its relationship: editors drop the one and keep the other.
    return next((tree for tree in package.trees.values() if tree.tag == _ROOT), None)


def _sums(root: etree._Element | None) -> dict[str, str]:
    found = () if root is None else root.iter(_PICTURE)
    return {each.get("origin", ""): each.get("sha256", "") for each in found}


def _identity(package: Package, root: etree._Element | None) -> Identity | None:
    if root is not None:
        return Identity(
            root.get("id", ""), root.get("edition", ""), root.get("sha256", "")
        )
    said = dict[str, str]()
    for tree in package.trees.values():
        for each in tree.iter(_PROPERTY):
            said[each.get("name", "")] = "".join(map(str, each.itertext())).strip()
    sheet, edition, digest = (said.get(name, "") for name in _NAMES)
    return Identity(sheet, edition, digest) if digest else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _parsed(data: bytes) -> FactSheet:
    try:
        return FactSheet.model_validate_json(data)
    except ValidationError:
        message = "the sheet that the file was made from is of another version's form"
        raise RefusedEditError([error("base", message, hint=_AGAIN)]) from None


def _wanted(identity: Identity) -> Diagnostic:
    return error(
        "base",
        f"the file was made from `{identity.id}`, edition {identity.edition} "
        f"(sum {identity.sha256[:12]}…), and does not hold it",
        hint="bring back the source as it was then, or the Word file as it was built",
    )
