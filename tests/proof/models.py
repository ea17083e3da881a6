"""Whole random fact sheets, and how many of them a run draws.

`BULLETIN_PROFILE=nightly` draws many, otherwise few; the same ones in every run, so
that a sheet that fails today can be looked at tomorrow.
"""

import os
from functools import cache

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from schemas.blocks import Section
from schemas.factsheet import FactSheet, Issuer, KeyFact, Note, Subject
from schemas.texts import rich_texts as texts_of
from tests.proof.blocks import DAYS, blocks
from tests.proof.pictures import PICTURES
from tests.proof.texts import Around, called, lines, phrases, rich_texts

LANGUAGES = ("en-US", "en-GB", "de", "fr", "ru", "sq", "vi", "cy", "es", "pt-BR")
PROFILES = {"ci": 40, "nightly": 300}
"""How many sheets a run draws; the first of the many are the few."""


def count() -> int:
    """Return how many sheets to draw, as the environment asks."""
    return PROFILES[os.environ.get("BULLETIN_PROFILE", "ci")]


def draw_sheet(number: int) -> FactSheet:
    """Return the sheet of that number: the same one today, tomorrow and elsewhere."""
    drawn: list[FactSheet] = []

    # The first example is the plainest sheet there is, the second is drawn.
    @settings(
        max_examples=2,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seed(number)
    @given(sheets())
    def keep(sheet: FactSheet) -> None:
        drawn.append(sheet)

    keep()
    return drawn[-1]


@st.composite
def sheets(draw: st.DrawFn) -> FactSheet:
    """Return fact sheets of every shape that the model allows."""
    headings = tuple(f"part-{number}" for number in range(draw(st.integers(0, 5))))
    notes = tuple(f"note-{number}" for number in range(draw(st.integers(0, 5))))
    around = Around(notes, headings)
    sheet = FactSheet(
        title=draw(phrases(12))[:200].strip(),
        kind=draw(_maybe(lines(3))),
        issuer=draw(_issuers()),
        issued=draw(_maybe(DAYS)),
        place=draw(_maybe(lines(2))),
        number=draw(_maybe(lines(2))),
        language=draw(st.sampled_from(LANGUAGES)),
        subjects=tuple(draw(st.lists(_subjects(), max_size=2))),
        keywords=tuple(draw(st.lists(lines(2), max_size=2))),
        summary=draw(_maybe(lines(20))),
        rights=draw(_maybe(lines(4))),
        edition=draw(st.integers(1, 4)),
        supersedes=draw(_maybe(lines(5))),
        standfirst=draw(_maybe(rich_texts(around, 25))),
        key_facts=tuple(draw(st.lists(_key_facts(around), max_size=6))),
        sections=draw(_sections(around)),
        designation=draw(_maybe(rich_texts(around, 20))),
        disclaimer=draw(_maybe(rich_texts(around, 20))),
    )
    return sheet.model_copy(update={"notes": draw(_notes(sheet, around))})


def _maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object | None]:
    return st.one_of(st.none(), strategy)


@cache
@st.composite
def _issuers(draw: st.DrawFn) -> Issuer:
    emblem = draw(_maybe(st.sampled_from(sorted(PICTURES))))
    return Issuer(
        agency=draw(_maybe(lines(6))),
        bureau=draw(_maybe(lines(6))),
        emblem=emblem,
        emblem_alt=draw(_maybe(lines(4))) if emblem else None,
    )


@cache
def _subjects() -> st.SearchStrategy[Subject]:
    return st.builds(Subject, name=lines(3), code=_maybe(lines(1)))


@cache
def _key_facts(around: Around) -> st.SearchStrategy[KeyFact]:
    return st.builds(KeyFact, label=lines(3), value=rich_texts(around, 5))


@st.composite
def _sections(draw: st.DrawFn, around: Around) -> tuple[Section, ...]:
    """Return sections: perhaps one without heading, one for each name of a heading."""
    names: list[str | None] = list(around.headings)
    if not names or draw(st.booleans()):
        names.insert(draw(st.integers(0, len(names))), None)
    found: list[Section] = []
    for name in names:
        is_below = bool(name and found and found[-1].heading and draw(st.booleans()))
        section = draw(_section(around, name, 2 if is_below else 5))
        if is_below:
            inner = (*found[-1].sections, section)
            found[-1] = found[-1].model_copy(update={"sections": inner})
        else:
            found.append(section)
    return tuple(found)


@st.composite
def _section(draw: st.DrawFn, around: Around, name: str | None, most: int) -> Section:
    return Section(
        heading=draw(rich_texts(around, 9)) if name else None,
        name=name,
        blocks=tuple(draw(st.lists(blocks(around), min_size=1, max_size=most))),
    )


@st.composite
def _notes(draw: st.DrawFn, sheet: FactSheet, around: Around) -> tuple[Note, ...]:
    """Return the notes that `sheet` calls, in any order; a note calls no other."""
    names = called([runs for _, runs in texts_of(sheet)])
    apart = Around((), around.headings)
    order = draw(st.permutations(sorted(names)))
    return tuple(Note(name=name, text=draw(rich_texts(apart, 60))) for name in order)
