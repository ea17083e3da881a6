"""Placeholder while the slice grows."""

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow
from pipeline.tree import Figure


def add_figure(setter: Setter, block: Figure, column: Column, flow: Flow) -> None:
    """Append strips."""
