"""Random words and rich texts: prose of our own with awkward characters in between.

A phrase is a slice of one fixed text, so that long sheets cost few draws and read,
divide and break like writing.
"""

from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice

from hypothesis import strategies as st

from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
    walk_runs,
)

TEXT = """
The ministry keeps nine gauges along the upper river and reads each of them at dawn.
Its engineers publish what they have measured before noon, together with the weather
of the night and a warning where one is due. In spring, when the snow of the western
mountains melts within a fortnight, the readings follow each other every quarter of an
hour; the municipalities downstream have agreed to answer within ten minutes. Since
the reform of 2009 no station has been without electricity for longer than a day, a
considerable achievement considering that three of them stand in valleys that no road
reaches between November and April. Cooperation across the border began in 1976 with a
telephone and has become an institution: representatives of both administrations meet
twice a year, compare their measurements, and decide who repairs what. The agreement
was extended indefinitely in 2018. Critics say that it is expensive, that its
responsibilities overlap with those of the environmental agency, and that its
recommendations are too often disregarded. An independent evaluation found otherwise:
for every dinar spent on observation, households and farms were spared damage worth
eleven. I am told so, at least; it is as good a number as any. The commissioner has
asked for a second opinion, internationally comparable and understandable to those who
pay for it.
"""
PROSE = TEXT.split()

AWKWARD = (
    "10\u00a0000\u00a0km²",  # no-break spaces
    "1\u202f250\u202fm³/s",
    "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft",  # soft hyphens
    "\u00ad",
    "levels\u200bandgauges",  # a zero-width space
    "co\u2011operation",  # a no-break hyphen
    "river\u2060—\u2060bank",  # word joiners
    "“quoted”",
    "the ‘upper’ river’s",
    "„unten“",
    "q\u0301",  # letters that exist only with a combining mark
    "m\u0323\u0304n",
    "Αθήνα",
    "Θεσσαλονίκη,",
    "Београд",
    "Ђурђевдан",
    "Český Krumlov",
    "Łódź",
    "Straße",
    "Đà Nẵng",
    "https://data.example.org/gauges/upper-river/2018/readings?from=dawn&to=noon#spring",
    "www.example.org/a_long_path/without/any/space/in/it/for/longer/than/a/line/is/wide",
    "gauges@observation.example.org",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "R&D",
    "<b>&amp;</b>",
    "1976–2018",
    "—",
    "snow—melting—snow",
    "½",
    "50 %",
    "§ 12",
    "ﬁnal",  # a ligature as one character
    "x" * 90,
)
# Addresses may be divided, other long words need room.
NARROW = tuple(word for word in AWKWARD if len(word) <= 16 or "www." in word)
LONG = tuple(word for word in AWKWARD if len(word) > 30)

TARGETS = (
    "https://example.org/",
    "http://example.org/a?b=c&d=%20e#f",
    "mailto:office@example.org",
    "tel:+381-11-555-0100",
    "https://data.example.org/" + "readings/" * 30,
)
FOREIGN = (
    ("fr", "Commission internationale du fleuve"),
    ("de", "Wasserstandsvorhersagezentrale"),
    ("el", "Υπηρεσία υδάτων"),
    ("sr-Cyrl", "Републички хидрометеоролошки завод"),
    ("sq", "Instituti Hidrometeorologjik"),
)
ABBREVIATIONS = (
    ("EU", "European Union"),
    ("WMO", "World Meteorological Organization"),
    ("m³/s", "cubic metres a second"),
)


@dataclass(frozen=True, slots=True)
class Around:
    """What the texts of one sheet may name: its notes and its headings."""

    notes: tuple[str, ...]
    headings: tuple[str, ...]


@cache
@st.composite
def phrases(draw: st.DrawFn, most: int, awkward: tuple[str, ...] = AWKWARD) -> str:
    """Return one to `most` words of prose, up to two awkward ones among them."""
    start = draw(st.integers(0, len(PROSE) - 1))
    words = list(islice(cycle(PROSE), start, start + draw(st.integers(1, most))))
    for word in draw(st.lists(st.sampled_from(awkward), max_size=2)):
        words.insert(draw(st.integers(0, len(words))), word)
    return " ".join(words)


def lines(most: int) -> st.SearchStrategy[str]:
    """Return lines of plain text."""
    return phrases(most)


@cache
@st.composite
def rich_texts(draw: st.DrawFn, around: Around, most: int) -> tuple[Run, ...]:
    """Return runs of every kind, the first of them words."""
    runs: list[Run] = [TextRun(text=draw(phrases(most)))]
    plain = st.one_of(_words(most), _abbreviations(), _foreign())
    for run in draw(st.lists(_runs(around, plain), max_size=4)):
        glued = isinstance(run, NoteRun | BreakRun) or draw(st.integers(0, 5)) == 5
        runs += [run] if glued else [TextRun(text=" "), run]
    return tuple(runs)


@cache
@st.composite
def narrow_texts(draw: st.DrawFn, around: Around, most: int) -> tuple[Run, ...]:
    """Return runs that a narrow column holds without dividing a word."""
    plain = st.one_of(_words(most, NARROW), _abbreviations())
    runs: list[Run] = [draw(_words(most, NARROW))]
    for run in draw(st.lists(_runs(around, plain), max_size=2)):
        runs += [run] if isinstance(run, NoteRun) else [TextRun(text=" "), run]
    return tuple(runs)


@cache
def _words(most: int, awkward: tuple[str, ...] = AWKWARD) -> st.SearchStrategy[Run]:
    return phrases(most, awkward).map(lambda words: TextRun(text=words))


@cache
def _runs(around: Around, plain: st.SearchStrategy[Run]) -> st.SearchStrategy[Run]:
    kinds = [plain, _marked(plain), _links(around, plain), st.just(BreakRun())]
    if around.notes:
        kinds.append(_calls(around))
    return st.one_of(*kinds)


@cache
def _calls(around: Around) -> st.SearchStrategy[Run]:
    return st.sampled_from(around.notes).map(lambda name: NoteRun(note=name))


@cache
def _abbreviations() -> st.SearchStrategy[Run]:
    return st.sampled_from(ABBREVIATIONS).map(
        lambda pair: AbbreviationRun(text=pair[0], expansion=pair[1])
    )


@cache
def _foreign() -> st.SearchStrategy[Run]:
    return st.sampled_from(FOREIGN).map(
        lambda pair: ForeignRun(lang=pair[0], runs=(TextRun(text=pair[1]),))
    )


@cache
@st.composite
def _marked(draw: st.DrawFn, plain: st.SearchStrategy[Run]) -> Run:
    inner = draw(st.lists(plain, min_size=1, max_size=2))
    outer, other = draw(st.permutations([StrongRun, EmphasisRun]))
    marked = outer(runs=tuple(inner))
    return other(runs=(marked,)) if draw(st.booleans()) else marked


@cache
@st.composite
def _links(draw: st.DrawFn, around: Around, plain: st.SearchStrategy[Run]) -> Run:
    runs = (draw(st.one_of(plain, _marked(plain))),)
    targets = (*TARGETS, *(f"#{name}" for name in around.headings))
    target = draw(st.sampled_from((None, *targets)))
    if target is None:
        return LinkRun(runs=runs, status=LinkStatus.LOST)
    status = draw(st.sampled_from((LinkStatus.LIVE, LinkStatus.DERIVED)))
    return LinkRun(runs=runs, target=target, status=status)


def called(texts: list[tuple[Run, ...]]) -> set[str]:
    """Return the names of the notes that `texts` call."""
    runs = (run for text in texts for run in walk_runs(text))
    return {run.note for run in runs if isinstance(run, NoteRun)}
