"""Bulletin: one fact sheet in; an accessible PDF and an editable Word file out.

    from pipeline import build

    built = build("sources/kosovo.md", to=("pdf", "docx"), out="output")

The import is light: what `build` needs is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.outcome import Built
    from pipeline.produce import build

__all__ = ["Built", "build"]


def __getattr__(name: str) -> object:
    """Return `build` or `Built`, imported now (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module `pipeline` has no attribute `{name}`")
    from pipeline import produce

    return getattr(produce, name)
