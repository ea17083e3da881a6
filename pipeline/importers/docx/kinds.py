"""What a paragraph of a Word file is, by the names of its styles and its list.

Names are Word's own in its files' spelling, which every language version writes, and
those that other editors give to the same things.
"""

import re
from dataclasses import dataclass
from enum import Enum

from pipeline.word import Paragraph, WordStory

_HEADING = re.compile(r"heading ([1-9])")
_QUOTES = frozenset(
    {"quote", "intense quote", "quotations", "block text", "block quote"}
)
_LISTED = re.compile(r"(?:callout )?list (?:bullet|number|continue) ([2-9])")
_CONTINUES = re.compile(r"list continue( \d)?|list paragraph continued")
_DEEPEST = 6


class Kind(Enum):
    """What a paragraph is for."""

    HEADING = "heading"
    ITEM = "item"
    CONTINUED = "continued item"
    QUOTE = "quote"
    CAPTION = "caption"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Levels:
    """How many levels a file's headings stand below its title."""

    below: int

    def of(self, paragraph: Paragraph) -> int | None:
        """Return the heading level of a paragraph; None where it heads nothing."""
        if "title" in paragraph.styles:
            return 1
        for style in paragraph.styles:
            if found := _HEADING.fullmatch(style):
                return min(int(found[1]) + self.below, _DEEPEST)
        if paragraph.outline is not None and not paragraph.listed:
            return min(paragraph.outline + self.below, _DEEPEST)
        return None


def levels_of(story: WordStory) -> Levels:
    """Return how the headings of a file count.

    In files with a title of its own style, or with many headings of the first level,
    those head sections; a single one is the title.
    """
    firsts = 0
    for paragraph in story.paragraphs:
        if "title" in paragraph.styles and paragraph.text.strip():
            return Levels(1)
        firsts += Levels(0).of(paragraph) == 1
    return Levels(1 if firsts > 1 else 0)


def depth_of(paragraph: Paragraph) -> int:
    """Return how deep an item stands, from 1: by its style's name or its list's level.

    The lists that Word's styles bring along each have a single level.
    """
    named = [_LISTED.fullmatch(style) for style in paragraph.styles]
    depths = [int(found[1]) for found in named if found]
    return max([*depths[:1], paragraph.listed.level + 1 if paragraph.listed else 1])


def kind_of(paragraph: Paragraph, levels: Levels) -> Kind:
    """Return what a paragraph is for."""
    if levels.of(paragraph) is not None:
        return Kind.HEADING
    if any(_CONTINUES.fullmatch(style) for style in paragraph.styles):
        return Kind.CONTINUED
    if paragraph.listed:
        return Kind.ITEM
    if _QUOTES.intersection(paragraph.styles):
        return Kind.QUOTE
    if any("caption" in style for style in paragraph.styles):
        return Kind.CAPTION
    return Kind.TEXT
