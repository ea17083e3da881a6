"""Markdown to typed blocks and runs: a subset of CommonMark, with typed containers.

Everything outside the subset is an error by name and place; no words are dropped.
"""

from pipeline.markdown.blocks import STAND_IN
from pipeline.markdown.body import read_body
from pipeline.markdown.containers import CONTAINERS
from pipeline.markdown.inline import parse_inline, read_inline
from pipeline.markdown.reading import Data, Finding, Reading
from pipeline.markdown.syntax import MAX_LEVELS

__all__ = [
    "CONTAINERS",
    "MAX_LEVELS",
    "STAND_IN",
    "Data",
    "Finding",
    "Reading",
    "parse_inline",
    "read_body",
    "read_inline",
]
