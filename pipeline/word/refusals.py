"""What a Word file may not bring along: programs, embedded files, outside templates."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.package import Package

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
