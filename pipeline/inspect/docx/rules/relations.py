"""Relationships and parts: OX:07, OX:10, OX:11, OX:22."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.package import TYPES, Target
from pipeline.inspect.docx.wordfile import WordFile
from schemas.values import ALLOWED_SCHEMES

# Those that the text names by their id; Word finds others by their type alone.
_EXPLICIT = frozenset({"hyperlink", "image", "header", "footer", "chart", "aFChunk"})


def links_lead_to_the_web(file: WordFile) -> Iterator[Diagnostic]:
    """OX:07: links lead outside by https, http, mailto or tel, and say so."""
    for owner, target in _targets(file):
        if target.kind != "hyperlink":
            continue
        scheme, colon, _ = target.name.partition(":")
        is_address = target.is_external and colon
        # `#name` is how other programs than Word lead inside the document.
        if target.name.startswith("#") or (
            is_address and scheme.lower() in ALLOWED_SCHEMES
        ):
            continue
        message = f"a link of `{owner}` leads to `{target.name}`"
        hint = f"links may start with {', '.join(ALLOWED_SCHEMES)}"
        yield error("OX:07", message, hint=hint)


def nothing_else_is_outside(file: WordFile) -> Iterator[Diagnostic]:
    """OX:22: everything but links is in the file: no templates, pictures, frames."""
    for owner, target in _targets(file):
        if target.is_external and target.kind != "hyperlink":
            message = f"`{owner}` fetches from outside: {target.kind} `{target.name}`"
            yield error("OX:22", message, hint="embed it, or take it out")


def _targets(file: WordFile) -> Iterator[tuple[str, Target]]:
    for owner, targets in file.package.targets.items():
        for target in targets.values():
            yield owner or "the package", target


def parts_have_types(file: WordFile) -> Iterator[Diagnostic]:
    """OX:10: every part has a content type that says what it is."""
    for name in file.package.data:
        kind = file.package.types.get(name)
        # `application/xml` tells nothing of a part; only custom items may be so.
        is_vague = kind in ("application/xml", "text/xml")
        if name != TYPES and (
            kind is None or (is_vague and not name.startswith("customXml/"))
        ):
            yield error("OX:10", f"the part `{name}` has no content type of its own")


def relationships_hold(file: WordFile) -> Iterator[Diagnostic]:
    """OX:11: relationships lead to parts, parts are reached, those named exist."""
    package = file.package
    for owner in dict.fromkeys((*package.targets, *package.used)):
        place = owner or "the package"
        used = package.used.get(owner, frozenset())
        targets = package.targets.get(owner, {})
        for key in sorted(used - set(targets)):
            message = f"`{place}` uses the relationship `{key}`: there is none"
            yield error("OX:11", message)
        for key, target in targets.items():
            if not target.is_external and not _exists(file, target):
                message = f"`{place}` leads to `{target.name}`: there is no such part"
                yield error("OX:11", message)
            if target.kind in _EXPLICIT and key not in used:
                message = f"`{place}` does not use its relationship `{key}`"
                yield error("OX:11", message)
    reached = {target.name.partition("#")[0] for _, target in _targets(file)}
    for name in package.data.keys() - reached - {TYPES}:
        if not name.endswith(".rels"):
            yield error("OX:11", f"no relationship leads to the part `{name}`")


def _exists(file: WordFile, target: Target) -> bool:
    return not target.name or target.name.partition("#")[0] in file.package.data
