"""Glyphs: in their program, as wide as stated, with characters that say something."""

import unicodedata
from collections.abc import Callable, Iterator

from pipeline.inspect.pdf.fonts import Font
from pipeline.inspect.pdf.glyphs import Glyph
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule

# ISO 14289-1, 7.21.5: stated and real width may differ by a thousandth of an em.
TOLERANCE = 1
NOTHING = ("\0", "\ufeff", "\ufffe")


def _broken(
    file: File, is_broken: Callable[[Glyph], object], message: str
) -> Iterator[Break]:
    """Yield one finding for each font, with its first glyph and how many there are."""
    for font in file.fonts:
        found = [each for each in file.glyphs(font) if is_broken(each)]
        if found:
            yield _break(font, found, message)


def _break(font: Font, found: list[Glyph], message: str) -> Break:
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    shown = f"{font.called}: code {found[0].shown}{more} {message}"
    return Break(shown, found[0].page, font.number)


@rule("UA1:7.21.4.1-2", "A2:6.2.11.4.1-2", "UA2:8.4.5.5.1-2")
def glyphs_are_there(file: File) -> Iterator[Break]:
    """An embedded program has every glyph that is shown visibly."""
    yield from _broken(
        file,
        lambda glyph: not glyph.is_hidden and glyph.is_there is False,
        "has no glyph in the program",
    )


@rule("UA1:7.21.5-1", "A2:6.2.11.5-1", "UA2:8.4.5.6-1")
def widths_agree(file: File) -> Iterator[Break]:
    """Widths in the font and in its program differ by at most a thousandth of an em."""
    yield from _broken(file, _is_of_other_width, "is not as wide as stated")


def _is_of_other_width(glyph: Glyph) -> bool:
    if glyph.is_hidden or glyph.stated_width is None or glyph.real_width is None:
        return False
    return abs(glyph.stated_width - glyph.real_width) > TOLERANCE


@rule("UA1:7.21.7-1", "A2:6.2.11.7.2-1", "UA2:8.4.5.8-1")
def codes_have_characters(file: File) -> Iterator[Break]:
    """Each code that is shown maps to characters."""
    yield from _broken(file, lambda glyph: glyph.said is None, "has no characters")


@rule("UA1:7.21.7-2", "A2:6.2.11.7.2-2", "UA2:8.4.5.8-2")
def characters_say_something(file: File) -> Iterator[Break]:
    """No shown code maps to U+0000, U+FEFF or U+FFFE."""
    yield from _broken(
        file,
        lambda glyph: any(each in NOTHING for each in glyph.said or ""),
        "has characters that say nothing",
    )


@rule("A2:6.2.11.7.3-1")
def private_characters_are_explained(file: File) -> Iterator[Break]:
    """Characters of private use have an ActualText."""
    yield from _broken(
        file,
        lambda glyph: not glyph.is_replaced and _is_private(glyph.said),
        "has characters of private use without ActualText",
    )


def _is_private(said: str | None) -> bool:
    return any(unicodedata.category(each) == "Co" for each in said or "")


@rule("UA1:7.21.8-1", "A2:6.2.11.8-1", "UA2:8.4.5.9-1")
def missing_glyph_is_not_shown(file: File) -> Iterator[Break]:
    """The glyph .notdef is never shown."""
    yield from _broken(file, lambda glyph: glyph.is_notdef, "shows the glyph .notdef")
