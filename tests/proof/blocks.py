"""Random blocks: every kind that a fact sheet may hold, valid by construction."""

from datetime import date
from functools import cache

from hypothesis import strategies as st

from schemas.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Event,
    Figure,
    ListItem,
    Membership,
    Memberships,
    Mission,
    Missions,
    NumberedList,
    Official,
    Officials,
    Paragraph,
    Prose,
    Quote,
    Resource,
    Resources,
    Table,
    Timeline,
)
from schemas.richtext import RichText, TextRun
from schemas.values import Alignment
from tests.proof.pictures import PICTURES
from tests.proof.texts import (
    LONG,
    NARROW,
    Around,
    lines,
    narrow_texts,
    phrases,
    rich_texts,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
EVENT_DATES = ("2008", "2012-09", "2013-04-19", "1999/..", "?2015-11-02", "1976/2018")
DEEPEST_LIST = 3


@cache
def blocks(around: Around) -> st.SearchStrategy[Block]:
    """Return blocks of every kind; paragraphs, short to long, come more often."""
    return st.one_of(
        *(_paragraphs(around, most) for most in (15, 60, 120, 240)), _lists(around, 1),
        _tables(around), _figures(around), _callouts(around), _quotes(around),
        _timelines(around), _memberships(), _officials(), _missions(),
        _resources(around),
    )  # fmt: skip


@cache
def _paragraphs(around: Around, most: int) -> st.SearchStrategy[Paragraph]:
    return rich_texts(around, most).map(lambda runs: Paragraph(text=runs))


def _several(
    strategy: st.SearchStrategy[object], most: int, least: int = 1
) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def _maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object | None]:
    return st.one_of(st.none(), strategy)


@cache
@st.composite
def _lists(draw: st.DrawFn, around: Around, depth: int) -> Block:
    items = draw(_several(_items(around, depth), 4))
    if draw(st.booleans()):
        start = draw(st.sampled_from((1, 1, 8, 98)))
        return NumberedList(start=start, items=items)
    return BulletList(items=items)


@cache
@st.composite
def _items(draw: st.DrawFn, around: Around, depth: int) -> ListItem:
    below: tuple[Prose, ...] = ()
    if draw(st.integers(0, 2)) == 2:
        below = draw(_several(_prose(around, depth + 1, 30), 2))
    return ListItem(text=draw(rich_texts(around, 25)), blocks=below)


@cache
def _prose(around: Around, depth: int, most: int) -> st.SearchStrategy[Prose]:
    paragraphs = _paragraphs(around, most)
    if depth > DEEPEST_LIST:
        return paragraphs
    return st.one_of(paragraphs, _lists(around, depth))


@cache
@st.composite
def _tables(draw: st.DrawFn, around: Around) -> Table:
    columns = draw(st.permutations(_columns(around, draw(st.integers(1, 6)))))
    # Some tables are longer than a page.
    count = draw(st.one_of(st.integers(1, 8), st.integers(1, 60)))
    kinds = [tuple(map(draw, columns)) for _ in range(min(count, 4))]
    alignments = st.tuples(*(st.sampled_from(list(Alignment)) for _ in columns))
    return Table(
        caption=draw(_maybe(rich_texts(around, 12))),
        header=_named(tuple(map(draw, columns)), draw(phrases(3, NARROW))),
        alignments=draw(st.one_of(st.just(()), alignments)),
        rows=tuple(kinds[index % len(kinds)] for index in range(count)),
        row_headers=draw(st.booleans()),
        notes=draw(_several(rich_texts(around, 20), 2, 0)),
    )


def _columns(around: Around, count: int) -> list[st.SearchStrategy[Cell]]:
    """Return the cells of each column; in a table of many all words are short.

    Where the longest words of all columns do not fit side by side, a sheet is refused.
    """
    texts = st.one_of(st.sampled_from(LONG).map(_text), rich_texts(around, 8))
    number = st.just(_text("1,234.5"))
    short = st.one_of(narrow_texts(around, 4), phrases(3, NARROW).map(_text), number)
    first = _cells(texts if count <= 2 else short)
    return [first, *[_cells(short)] * (count - 1)]


def _cells(texts: st.SearchStrategy[RichText]) -> st.SearchStrategy[Cell]:
    return _maybe(texts).map(lambda runs: Cell(text=runs))


def _text(words: str) -> RichText:
    return (TextRun(text=words),)


def _named(header: tuple[Cell, ...], name: str) -> tuple[Cell, ...]:
    """Return `header`, or one with `name` first where no column has a name."""
    is_named = any(cell.text for cell in header)
    return header if is_named else (Cell(text=_text(name)), *header[1:])


@cache
@st.composite
def _figures(draw: st.DrawFn, around: Around) -> Figure:
    image = draw(st.sampled_from(sorted(PICTURES)))
    caption = draw(_maybe(rich_texts(around, 15)))
    alt = draw(_maybe(lines(10)))
    return Figure(image=image, alt=alt, decorative=alt is None, caption=caption)


@cache
@st.composite
def _callouts(draw: st.DrawFn, around: Around) -> Callout:
    title = draw(_maybe(rich_texts(around, 6)))
    return Callout(title=title, blocks=draw(_several(_prose(around, 2, 40), 3)))


@cache
@st.composite
def _quotes(draw: st.DrawFn, around: Around) -> Quote:
    paragraphs = draw(_several(rich_texts(around, 40), 2))
    return Quote(paragraphs=paragraphs, attribution=draw(_maybe(rich_texts(around, 6))))


@cache
def _timelines(around: Around) -> st.SearchStrategy[Timeline]:
    events = st.builds(
        Event,
        date=st.sampled_from(EVENT_DATES),
        label=_maybe(lines(4)),
        text=rich_texts(around, 20),
    )
    return st.builds(Timeline, events=_several(events, 5))


@cache
def _memberships() -> st.SearchStrategy[Memberships]:
    membership = st.builds(
        Membership,
        organization=lines(6),
        since=_maybe(st.sampled_from(EVENT_DATES)),
        member=st.booleans(),
    )
    return st.builds(Memberships, memberships=_several(membership, 5))


@cache
def _officials() -> st.SearchStrategy[Officials]:
    official = st.builds(Official, name=lines(3), office=lines(8))
    return st.builds(Officials, as_of=DAYS, officials=_several(official, 4))


@cache
def _missions() -> st.SearchStrategy[Missions]:
    mission = st.builds(
        Mission,
        name=lines(5),
        address=_several(lines(4), 3, 0),
        phone=_maybe(st.just("+381 11 555 0100")),
        email=_maybe(st.just("consular-section@embassy.example.org")),
        web=_maybe(st.just("https://embassy.example.org/consular/section/")),
    )
    return st.builds(Missions, missions=_several(mission, 4))


@cache
def _resources(around: Around) -> st.SearchStrategy[Resources]:
    item = st.builds(Resource, text=rich_texts(around, 8))
    intro = _maybe(rich_texts(around, 15))
    return st.builds(Resources, intro=intro, items=_several(item, 12))
