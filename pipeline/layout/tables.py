"""Placeholder while the slice grows."""

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow
from pipeline.tree import Table


def add_table(setter: Setter, block: Table, column: Column, flow: Flow) -> None:
    """Append strips."""
