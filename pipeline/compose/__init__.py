"""`FactSheet` to `Document`: the only place that decides order, headings and labels.

The title comes first in the reading order, before who issued the sheet: it is what a
listener wants to hear first. Where it stands on the page is the renderer's affair.
"""

from collections.abc import Iterator, Mapping

from pipeline.anchors import anchors, slug, title_anchor
from pipeline.compose.blocks import Sheet, compose_section
from pipeline.compose.inlines import compose_runs
from pipeline.labels import day, labels_for
from pipeline.tree import (
    Block,
    Definition,
    Definitions,
    Document,
    Group,
    Heading,
    Meta,
    Note,
    Paragraph,
    Picture,
    Role,
    RunningMatter,
    Text,
)
from schemas.factsheet import FactSheet, KeyFact
from schemas.richtext import NoteRun, Run, plain, walk_runs
from schemas.texts import rich_texts

__all__ = ["compose"]

# What stands on one line at the head and the foot of a page, in all formats.
RUNNING_LENGTH = 115


def compose(sheet: FactSheet, pictures: Mapping[str, Picture]) -> Document:
    """Return what the sheet says, in reading order.

    `pictures` holds every picture the sheet names, by that name. Raises KeyError for a
    language without labels or a missing picture: both are refused when loading.
    """
    around = Sheet(
        lang=sheet.language,
        labels=labels_for(sheet.language),
        pictures=pictures,
        anchors=anchors(sheet),
        note_labels=_note_labels(sheet),
    )
    emblem = sheet.issuer.emblem
    blocks = [*_masthead(sheet, around), *_key_facts(sheet, around)]
    for index, section in enumerate(sheet.sections):
        blocks.append(compose_section(section, f"sections[{index}]", 2, around))
    return Document(
        meta=_meta(sheet),
        running=_running(sheet, around),
        emblem=pictures[emblem] if emblem else None,
        emblem_alt=sheet.issuer.emblem_alt,
        blocks=(*blocks, *_colophon(sheet, around)),
        notes=tuple(_notes(sheet, around)),
    )


def _masthead(sheet: FactSheet, around: Sheet) -> Iterator[Block]:
    title = (Text(sheet.title),)
    anchor = title_anchor(sheet, around.anchors.values())
    yield Heading(Role.TITLE, 1, title, anchor, "title")
    lines = [
        (Role.AGENCY, sheet.issuer.agency, "issuer.agency"),
        (Role.BUREAU, sheet.issuer.bureau, "issuer.bureau"),
        (Role.KIND, sheet.kind, "kind"),
        (Role.NUMBER, sheet.number, "number"),
        (Role.DATE, _dateline(sheet), "issued" if sheet.issued else "place"),
    ]
    for role, words, origin in lines:
        if words:
            yield Paragraph(role, (Text(words),), origin)
    if sheet.standfirst:
        content = compose_runs(sheet.standfirst, around.note_labels)
        yield Paragraph(Role.STANDFIRST, content, "standfirst")


def _dateline(sheet: FactSheet) -> str:
    return ", ".join(filter(None, (sheet.place, _issued(sheet))))


def _issued(sheet: FactSheet) -> str | None:
    return day(sheet.issued, sheet.language) if sheet.issued else None


def _key_facts(sheet: FactSheet, around: Sheet) -> Iterator[Block]:
    if not sheet.key_facts:
        return
    title = Heading(
        Role.KEY_FACTS_TITLE,
        2,
        (Text(around.labels.key_facts),),
        "key-facts-panel",
        "key_facts.title",
    )
    facts = tuple(
        _key_fact(fact, f"key_facts[{index}]", around)
        for index, fact in enumerate(sheet.key_facts)
    )
    yield Group(
        Role.KEY_FACTS,
        (title, Definitions(Role.KEY_FACTS, facts, "key_facts.facts")),
        "key_facts",
    )


def _key_fact(fact: KeyFact, origin: str, around: Sheet) -> Definition:
    label = Paragraph(Role.FACT_LABEL, (Text(fact.label),), f"{origin}.label")
    value = compose_runs(fact.value, around.note_labels)
    details = (Paragraph(Role.FACT_VALUE, value, f"{origin}.value"),)
    return Definition(label, details, origin)


def _colophon(sheet: FactSheet, around: Sheet) -> Iterator[Block]:
    lines: list[tuple[str, tuple[Run, ...] | str | None]] = [
        ("designation", sheet.designation),
        ("disclaimer", sheet.disclaimer),
        ("edition", _edition(sheet, around)),
        ("supersedes", _supersedes(sheet, around)),
    ]
    paragraphs = []
    for origin, words in lines:
        if isinstance(words, str):
            content = (Text(words),)
            paragraphs.append(Paragraph(Role.COLOPHON_TEXT, content, origin))
        elif words:
            runs = compose_runs(words, around.note_labels)
            paragraphs.append(Paragraph(Role.COLOPHON_TEXT, runs, origin))
    if paragraphs:
        yield Group(Role.COLOPHON, tuple(paragraphs), "colophon")


def _edition(sheet: FactSheet, around: Sheet) -> str | None:
    # A first edition does not say so: nothing came before it.
    return around.labels.edition.format(sheet.edition) if sheet.edition > 1 else None


def _supersedes(sheet: FactSheet, around: Sheet) -> str | None:
    if sheet.supersedes is None:
        return None
    return around.labels.supersedes.format(sheet.supersedes)


def _notes(sheet: FactSheet, around: Sheet) -> Iterator[Note]:
    texts = {note.name: (index, note.text) for index, note in enumerate(sheet.notes)}
    for name, label in around.note_labels.items():
        index, runs = texts[name]
        origin = f"notes[{index}].text"
        text = Paragraph(Role.NOTE, compose_runs(runs, around.note_labels), origin)
        yield Note(name, label, text)


def _note_labels(sheet: FactSheet) -> dict[str, str]:
    """Return the number of each note that is called, in the order of first calls."""
    labels: dict[str, str] = {}
    for _, runs in rich_texts(sheet):
        for run in walk_runs(runs):
            if isinstance(run, NoteRun):
                labels.setdefault(run.note, str(len(labels) + 1))
    return labels


def _running(sheet: FactSheet, around: Sheet) -> RunningMatter:
    issuer = " | ".join(filter(None, (sheet.issuer.agency, sheet.issuer.bureau)))
    head_end = " | ".join(filter(None, (sheet.kind, _issued(sheet))))
    return RunningMatter(
        head_start=_shortened(sheet.title, RUNNING_LENGTH - len(head_end)),
        head_end=head_end,
        foot_start=_shortened(issuer, RUNNING_LENGTH - len(around.labels.page)),
        page_label=around.labels.page,
    )


def _shortened(words: str, most: int) -> str:
    """Return `words`, or as many of them as take `most` characters, and an ellipsis."""
    most = max(most, RUNNING_LENGTH // 3)
    if len(words) <= most:
        return words
    kept = words[:most].rpartition(" ")[0] or words[: most - 1]
    return kept.rstrip(" |,;:–—-") + "…"


def _meta(sheet: FactSheet) -> Meta:
    return Meta(
        id=_urn(sheet),
        title=sheet.title,
        agency=sheet.issuer.agency,
        bureau=sheet.issuer.bureau,
        kind=sheet.kind,
        issued=sheet.issued,
        issued_text=_issued(sheet),
        lang=sheet.language,
        summary=sheet.summary or plain(sheet.standfirst or ()) or sheet.title,
        keywords=(*(subject.name for subject in sheet.subjects), *sheet.keywords),
        edition=sheet.edition,
        number=sheet.number,
        rights=sheet.rights,
        supersedes=sheet.supersedes,
    )


def _urn(sheet: FactSheet) -> str:
    # What the sheet does not state has a fixed word in its place: an identifier may not
    # change with anything but what it is made of.
    issuer = sheet.issuer.agency or sheet.issuer.bureau
    issued = sheet.issued.isoformat() if sheet.issued else "undated"
    parts = [slug(issuer) if issuer else "unsigned", slug(sheet.title), issued]
    return ":".join(["urn:factsheet", *parts, sheet.language, str(sheet.edition)])
