"""A `FactSheet` to the Markdown that an editor would have written: `load` backwards.

What comes out loads as the same sheet. Words stay plain where they read as words; a
paragraph is one line, an empty line stands between two blocks.
"""

from types import MappingProxyType

from pipeline.unload.body import spell_body
from pipeline.unload.frontmatter import Remarks, spell_front_matter
from pipeline.unload.parts import parts
from pipeline.unload.places import UnspellableError
from schemas.factsheet import FactSheet

__all__ = ["UnspellableError", "unload"]

_NO_REMARKS: Remarks = MappingProxyType({})


def unload(sheet: FactSheet, remarks: Remarks = _NO_REMARKS) -> str:
    """Return the source of `sheet`; `remarks` are lines above keys, by model path.

    Raises UnspellableError for what a model can hold and Markdown cannot.
    """
    lines = ["---", *spell_front_matter(sheet, remarks), "---", ""]
    return "\n".join([*lines, *spell_body(parts(sheet)), ""])
