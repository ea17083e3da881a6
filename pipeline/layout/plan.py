"""What stands where on one page, before it becomes marks: strips and their depths.

Depths run down from the top of the page, in pt.
"""

from dataclasses import dataclass, field

from pipeline.layout.strips import Strip


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and the depth of its top; a repeated one is an artifact."""

    strip: Strip
    depth: float
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class SectionRule:
    """A thin rule above a section: over both columns, or the main one only."""

    depth: float
    is_whole: bool


@dataclass(slots=True)
class PagePlan:
    """One page's strips by column."""

    main: list[Placed] = field(default_factory=list)
    hung: list[Placed] = field(default_factory=list)
    rules: list[SectionRule] = field(default_factory=list)
    notes: list[Placed] = field(default_factory=list)
