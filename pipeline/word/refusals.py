"""What a Word file may not bring along: programs, embedded files, outside templates."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.inspect.docx.package import Package

# A sheet of twenty pages takes 0.3 MB; trees take ten times their markup.
_LARGEST_MARKUP = 20_000_000
_MOST_ELEMENTS = 400_000
_EMBEDDED = {
    "oleObject": ("ole-object", "an embedded object"),
    "package": ("ole-object", "an embedded file"),
    "aFChunk": ("embedded-text", "text embedded from another file"),
    "subDocument": ("embedded-text", "a part document"),
    "frame": ("embedded-text", "a frame with another file"),
    "vbaProject": ("macros", "macros"),
    "attachedToolbars": ("macros", "toolbars with macros"),
    "control": ("macros", "an ActiveX control"),
}
_HINTS = {
    "ole-object": "put in a picture or a table instead",
    "embedded-text": "open it in Word, and save it after the text is part of it",
    "macros": "save it as `Word Document` (`.docx`) without macros",
}


def package_findings(package: Package) -> Iterator[Diagnostic]:
    """Yield an error for each thing that no text of a sheet needs."""
    seen = set[str]()
    for owner, targets in package.targets.items():
        for target in targets.values():
            if target.kind in _EMBEDDED and target.name not in seen:
                seen.add(target.name)
                code, what = _EMBEDDED[target.kind]
                message = f"the file brings {what} along (`{target.name}`)"
                yield error(code, message, hint=_HINTS[code])
            if target.kind == "attachedTemplate" and target.is_external:
                message = f"the file takes a template from elsewhere (`{target.name}`)"
                hint = "File > Options > Add-ins > Templates: attach `Normal` instead"
                yield error("template", message, hint=hint)
            if not target.is_external and _leads_out(target.name, package):
                message = f"`{owner}` names a part that is not there (`{target.name}`)"
                if target.kind in ("image", "footnotes", "styles", "numbering"):
                    yield error("missing-part", message, hint="save it again in Word")


def _leads_out(name: str, package: Package) -> bool:
    return name not in package.data


def refuse_large(data: bytes) -> None:
    """Raise `RefusedFileError` for markup that would fill the memory."""
    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return  # the reader of packages says what it is
    size = sum(
        entry.file_size
        for entry in entries
        if entry.filename.lower().endswith((".xml", ".rels"))
    )
    if size > _LARGEST_MARKUP:
        message = f"the file holds {size // 1_000_000} MB of markup (limit 20 MB)"
        raise RefusedFileError(error("too-large", message, hint=_DIVIDE))


def refuse_long(package: Package) -> None:
    """Raise `RefusedFileError` for more elements than any sheet has."""
    counts = (tree.xpath("count(//*)") for tree in package.trees.values())
    count = sum(each for each in counts if isinstance(each, float))
    if count > _MOST_ELEMENTS:
        message = f"the text has {count:,.0f} elements (limit {_MOST_ELEMENTS:,})"
        raise RefusedFileError(error("too-large", message, hint=_DIVIDE))


_DIVIDE = "divide the document"
