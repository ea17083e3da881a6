"""Each rule finds the fault it is for, planted in pages that are sound."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import pytest

from pipeline.layout import lay_out
from pipeline.layout.geometry import geometry
from pipeline.layout.pages import Line, Mark, Page, PictureMark, TextMark
from pipeline.renderer import Paper
from pipeline.tree import NoteReference, Text
from tests.layout.documents import (
    callout,
    document,
    figure,
    note,
    paragraph,
    section,
    theme,
    words,
)
from tests.proof import rules
from tests.proof.reading import Laid

RULES = (
    rules.overfull_lines, rules.lines_off_the_page, rules.colliding_lines,
    rules.squeezed_lines, rules.headings_alone, rules.captions_astray,
    rules.notes_astray, rules.notes_out_of_order, rules.lone_lines,
)  # fmt: skip


@cache
def sound() -> Laid:
    """Return a few pages with a heading, a picture, a note and a parted paragraph."""
    call = (Text(words(30)), NoteReference("n", "1"), NoteReference("m", "2"))
    sheet = document(
        section(0, paragraph(words(300), "a"), paragraph(call, "call")),
        section(1, paragraph(words(900), "long"), heading="Levels"),
        section(2, figure("f", 900, 600, "The river at noon"), heading="Pictures"),
        section(3, callout("c", "Mind", paragraph(words(60), "c.text"))),
        notes=(note("n", "1", words(30)), note("m", "2", words(9))),
    )
    plan = geometry(theme(), Paper.LETTER)
    return Laid(sheet, plan, lay_out(sheet, theme(), Paper.LETTER))


def with_marks(change: Callable[[int, Mark], list[Mark]]) -> Laid:
    """Return the sound pages with each mark, on a page by its index, changed."""
    pages = tuple(
        Page(tuple(new for mark in page.marks for new in change(index, mark)))
        for index, page in enumerate(sound().pages.pages)
    )
    return replace(sound(), pages=replace(sound().pages, pages=pages))


def with_lines(origin: str, change: Callable[[Line], Line]) -> Laid:
    """Return the sound pages with every line of one leaf changed."""

    def changed(_: int, mark: Mark) -> list[Mark]:
        if isinstance(mark, TextMark) and mark.origin == origin:
            return [replace(mark, lines=tuple(map(change, mark.lines)))]
        return [mark]

    return with_marks(changed)


def moved(line: Line, right: float, up: float) -> Line:
    """Return `line` further to the right and up, in pt."""
    pieces = tuple(replace(piece, x=piece.x + right) for piece in line.pieces)
    return replace(line, x=line.x + right, y=line.y + up, pieces=pieces)


def squeezed(line: Line) -> Line:
    """Return `line` with all its spaces 1.5 pt narrower."""
    pieces = tuple(
        replace(piece, gaps=tuple(gap - 1.5 for gap in piece.gaps))
        for piece in line.pieces
    )
    return replace(line, pieces=pieces)


def without(origin: str) -> Laid:
    """Return the sound pages without a leaf or picture, set again on the last page."""
    last = len(sound().pages.pages) - 1
    taken = [
        mark
        for page in sound().pages.pages
        for mark in page.marks
        if isinstance(mark, TextMark | PictureMark) and mark.origin == origin
    ]

    def change(index: int, mark: Mark) -> list[Mark]:
        if getattr(mark, "origin", None) == origin:
            return []
        is_end = index == last and mark is sound().pages.pages[last].marks[-1]
        return [mark, *taken] if is_end else [mark]

    return with_marks(change)


def parted(origin: str) -> Laid:
    """Return the sound pages with the last line of a leaf on the last page."""
    last = len(sound().pages.pages) - 1
    (mark,) = (
        mark
        for page in sound().pages.pages
        for mark in page.marks
        if isinstance(mark, TextMark) and (mark.origin, mark.part) == (origin, "text")
    )

    def change(index: int, each: Mark) -> list[Mark]:
        if each is mark:
            return [replace(mark, lines=mark.lines[:-1])]
        is_end = index == last and each is sound().pages.pages[last].marks[-1]
        return [each, replace(mark, lines=mark.lines[-1:])] if is_end else [each]

    return with_marks(change)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_sound_pages_break_no_rule(rule) -> None:
    assert list(rule(sound())) == []


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (rules.overfull_lines, with_lines("a", partial(moved, right=90, up=0))),
        (rules.overfull_lines, with_lines("c.text", partial(moved, right=20, up=0))),
        (
            rules.overfull_lines,
            with_lines("sections[1].heading", partial(moved, right=120, up=0)),
        ),
        (
            rules.lines_off_the_page,
            with_lines("c.text", partial(moved, right=0, up=-999)),
        ),
        (rules.colliding_lines, with_lines("call", partial(moved, right=0, up=20))),
        (rules.squeezed_lines, with_lines("long", squeezed)),
        (rules.headings_alone, without("sections[1].heading")),
        (rules.captions_astray, without("f.caption")),
        (rules.notes_astray, without("notes.n")),
        (
            rules.notes_out_of_order,
            with_lines("notes.n", partial(moved, right=0, up=-60)),
        ),
        (rules.lone_lines, parted("a")),
        (rules.lone_lines, parted("notes.n")),
    ],
)
def test_rule_finds_its_fault(rule, broken: Laid) -> None:
    assert list(rule(broken)) != []


def test_river_is_as_long_as_the_spaces_stand_below_each_other() -> None:
    text = " ".join(["nine"] * 200)
    sheet = document(section(0, paragraph(text, "a")))
    laid = Laid(sheet, sound().plan, lay_out(sheet, theme(), Paper.LETTER))
    (mark,) = (
        mark
        for mark in laid.pages.pages[0].marks
        if isinstance(mark, TextMark) and mark.origin == "a"
    )
    # Lines of one word repeated are all alike, but for the last, which is shorter.
    assert max(rules.rivers(laid)) == len(mark.lines)
