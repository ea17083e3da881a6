"""Placeholder while the slice grows."""

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow
from pipeline.tree import Definitions


def add_definitions(
    setter: Setter, block: Definitions, column: Column, flow: Flow
) -> None:
    """Append strips."""
