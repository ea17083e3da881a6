"""Random sheets of the worst words: every sign that means something somewhere."""

from hypothesis import strategies as st

from schemas.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Event,
    ListItem,
    Membership,
    Memberships,
    Mission,
    Missions,
    NumberedList,
    Official,
    Officials,
    Paragraph,
    Quote,
    Resource,
    Resources,
    Section,
    Table,
    Timeline,
)
from schemas.factsheet import FactSheet, Issuer, KeyFact, Note, Record, Subject
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    RichText,
    Run,
    StrongRun,
    TextRun,
    canonical,
    plain,
)
from schemas.values import Alignment, has_words
from tests.proof.blocks import DAYS, EVENT_DATES

SIGNS = [
    *" \\`*_[]{}()<>#+-.!|:&~=^\"',;/1aé中\u00a0\u00ad\u200b\u200d\u2009\u3000\u0301—",
    "**", "***", "  ", "1. ", "1986. ", "- ", "## ", "> ", "::: ", ":::", ": ", "---",
    "===", "***", "[^a]", "[^a]: ", "[x]: ", "[x](y)", "[x][y]", "[ ] ", "![x](y)",
    "{lost}", "{#a}", "{lang=sq}", "{date=2008}", "&nbsp;", "&copy", "&#32;", "<b>",
    "<br>", "</a>", "<a@b.c>", "<!-- x -->", "https://a.org/", "www.a.org", "```",
    "~~~", "R&D", "a_b", "_a_", "word", "null", "~", "yes", "— ", "phone: 1", "web:",
    " #", "'s", "#",
]  # fmt: skip
TARGETS = ("https://a.org/(b)_*c*", "http://a.org/?a=1&copy;=2)", "mailto:a@b.org",
           "tel:+1", "#h-0", "https://a.org/")  # fmt: skip

words = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map("".join)
lines = words.map(lambda text: f"{text}x" if not has_words(text) else text)
texts = words.map(lambda text: TextRun(text=text))


def _marked(inner: st.SearchStrategy[Run]) -> st.SearchStrategy[Run]:
    several = st.lists(inner, max_size=3).map(lambda runs: canonical(tuple(runs)))
    said = several.map(
        lambda runs: runs if has_words(plain(runs)) else (*runs, TextRun(text="x"))
    )
    unlinked = said.filter(lambda runs: not _holds_link(runs))
    return st.one_of(
        several.map(lambda runs: StrongRun(runs=runs)),
        several.map(lambda runs: EmphasisRun(runs=runs)),
        several.map(lambda runs: ForeignRun(lang="sr-Latn", runs=runs)),
        unlinked.map(lambda runs: LinkRun(runs=runs, status=LinkStatus.LOST)),
        st.builds(
            LinkRun,
            runs=unlinked,
            target=st.sampled_from(TARGETS),
            status=st.sampled_from((LinkStatus.LIVE, LinkStatus.DERIVED)),
        ),
    )


def _holds_link(runs: tuple[Run, ...]) -> bool:
    return '"link"' in str([run.model_dump_json() for run in runs]) or any(
        "link" in run.model_dump_json() for run in runs
    )


_plain_runs = st.one_of(
    texts,
    texts,
    st.just(BreakRun()),
    st.builds(AbbreviationRun, text=lines, expansion=lines),
)
runs = st.recursive(_plain_runs, _marked, max_leaves=5)


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    found = draw(st.lists(runs, min_size=1, max_size=5))
    if not has_words(plain(found)):
        found.insert(draw(st.integers(0, len(found))), TextRun(text="x"))
    return Paragraph(text=tuple(found)).text


def prose(depth: int) -> st.SearchStrategy[Block]:
    paragraph = st.builds(Paragraph, text=rich_texts())
    return paragraph if depth > 3 else st.one_of(paragraph, listing(depth))


@st.composite
def listing(draw: st.DrawFn, depth: int = 1) -> Block:
    below = st.one_of(st.just(()), st.lists(prose(depth + 1), max_size=2).map(tuple))
    item = st.builds(ListItem, text=rich_texts(), blocks=below)
    items = tuple(draw(st.lists(item, min_size=1, max_size=3)))
    if draw(st.booleans()):
        start = draw(st.sampled_from((0, 1, 9, 99, 1986, 999_999_998)))
        return NumberedList(start=start, items=items)
    return BulletList(items=items)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), strategy)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    row = st.tuples(*[st.builds(Cell, text=maybe(rich_texts()))] * width)
    header = draw(row)
    if not any(cell.text for cell in header):
        header = (Cell(text=(TextRun(text="x"),)), *header[1:])
    aligned = st.tuples(*[st.sampled_from(list(Alignment))] * width)
    return Table(
        header=header,
        rows=tuple(draw(st.lists(row, min_size=1, max_size=3))),
        alignments=draw(st.one_of(st.just(()), aligned)),
        caption=draw(maybe(rich_texts())),
        row_headers=draw(st.booleans()),
        notes=tuple(draw(st.lists(rich_texts(), max_size=2))),
    )


def several(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple]:
    return st.lists(strategy, min_size=1, max_size=3).map(tuple)


events = st.builds(
    Event, date=st.sampled_from(EVENT_DATES), label=maybe(lines), text=rich_texts()
)
memberships = st.builds(
    Membership,
    organization=lines,
    since=maybe(st.sampled_from(EVENT_DATES)),
    member=st.booleans(),
)
officials = st.builds(Official, name=lines, office=lines)
missions = st.builds(
    Mission,
    name=lines,
    address=st.lists(lines, max_size=3).map(tuple),
    phone=maybe(lines),
    email=maybe(st.just("a@b.org")),
    web=maybe(st.just("https://a.org/")),
)
quotes = st.builds(
    Quote, paragraphs=several(rich_texts()), attribution=maybe(rich_texts())
)

blocks: st.SearchStrategy[Block] = st.one_of(
    prose(1), prose(1), listing(), tables(), quotes,
    st.builds(Callout, title=maybe(rich_texts()), blocks=several(prose(2))),
    st.builds(Timeline, events=several(events)),
    st.builds(Memberships, memberships=several(memberships)),
    st.builds(Officials, as_of=DAYS, officials=several(officials)),
    st.builds(Missions, missions=several(missions)),
    st.builds(Resources, intro=maybe(rich_texts()),
              items=several(st.builds(Resource, text=rich_texts()))),
)  # fmt: skip


@st.composite
def sections(draw: st.DrawFn) -> tuple[Section, ...]:
    found = []
    for index in range(draw(st.integers(1, 3))):
        is_named = index == 0 or draw(st.booleans())
        inner = st.builds(Section, heading=rich_texts(), blocks=several(blocks))
        found.append(
            Section(
                heading=draw(rich_texts()) if is_named else None,
                name=f"h-{index}" if is_named and (index == 0) else None,
                blocks=draw(several(blocks)),
                sections=draw(st.lists(inner, max_size=2).map(tuple))
                if is_named
                else (),
            )
        )
    return tuple(found)


@st.composite
def nasty_sheets(draw: st.DrawFn) -> FactSheet:
    """Return valid sheets; the name of its first heading is `h-0`."""
    note = Note(name="n-1", text=draw(rich_texts()))
    call = Section(blocks=(Paragraph(text=(*draw(rich_texts()), NoteRun(note="n-1"))),))
    return FactSheet(
        title=draw(lines),
        kind=draw(lines),
        issuer=draw(st.builds(Issuer, agency=lines, bureau=maybe(lines))),
        issued=draw(DAYS),
        place=draw(maybe(lines)),
        subjects=tuple(draw(st.lists(st.builds(Subject, name=lines, code=maybe(lines)),
                                     max_size=2))),
        keywords=tuple(draw(st.lists(lines, max_size=3))),
        standfirst=draw(maybe(rich_texts())),
        key_facts=tuple(draw(st.lists(st.builds(KeyFact, label=lines,
                                                value=rich_texts()), max_size=2))),
        sections=(*draw(sections()), call),
        notes=(note,),
        record=Record(events=tuple(draw(st.lists(events, max_size=2))),
                      missions=tuple(draw(st.lists(missions, max_size=2)))),
    )  # fmt: skip
