"""Paths into a fact sheet, such as `sections[2].blocks[0].items[3].text`."""

import re

_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
_BLOCK = re.compile(r"sections\[\d+\](\.sections\[\d+\])?\.blocks\[\d+\]")
_SECTION = re.compile(r"sections\[\d+\](\.sections\[\d+\])?")


def at(model: object, path: str) -> object | None:
    """Return what stands at `path`, or None where nothing does.

    A cell's row is reached by its index, its text by name, as everything else.
    """
    for name, index in _STEP.findall(path):
        if model is None:
            return None
        if name:
            model = getattr(model, name, None)
        else:
            members = model if isinstance(model, tuple) else ()
            model = members[int(index)] if int(index) < len(members) else None
    return model


def block_of(path: str) -> str | None:
    """Return the path of the section's block in which `path` lies."""
    found = _BLOCK.match(path)
    return found[0] if found else None


def section_of(path: str) -> str | None:
    """Return the path of the innermost section in which `path` lies."""
    found = _SECTION.match(path)
    return found[0] if found else None
