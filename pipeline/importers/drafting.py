"""A manuscript to a finished draft: edited, proven, written down and read back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.check import check
from pipeline.diagnostics import Diagnostic, Location, Severity, error, note
from pipeline.facts import Fact, Value
from pipeline.importers.conserve import prove
from pipeline.importers.draft import Draft, Guessed, Left
from pipeline.importers.edit import Edited, edit
from pipeline.importers.edit.record import MOST_READ, is_read_whole
from pipeline.importers.manuscript import Guess, LeftOut, Manuscript
from pipeline.load import load_bytes
from pipeline.load.text import MAX_SOURCE
from pipeline.unload import UnspellableError, unload
from schemas.blocks import Event, Membership, Mission, Official
from schemas.factsheet import FactSheet

_FAULT = "this is a fault in bulletin, not in your file; nothing was written"
# Masthead fields less sure than this get a line above them in the source.
_SURE = 0.85
_LONGEST = 140
_SOUGHT = 30


def draft_of(name: str, manuscript: Manuscript) -> Draft:
    """Return the draft called `name`; its report says why where there is no sheet.

    Raises ImportRefusedError where the manuscript holds no text.
    """
    edited = edit(manuscript)
    where = Location(manuscript.name)
    faults = prove(manuscript, edited)
    if faults:
        return _refused(name, "conservation", faults, where)
    try:
        source = unload(edited.sheet, _remarks(manuscript, edited))
    except UnspellableError as failure:
        return _refused(name, "conservation", [str(failure)], where)
    if len(source.encode()) > MAX_SOURCE:
        return _too_large(name, where)
    faults = list(_misread(name, source, edited.sheet, manuscript.pictures))
    if faults:
        return _refused(name, "conservation", faults, where)
    return Draft(
        name=name,
        sheet=edited.sheet,
        source=source,
        guesses=(
            *(_guessed(each, manuscript) for each in edited.guesses),
            *_stated(edited.facts, manuscript),
        ),
        left_out=tuple(_left(each, manuscript) for each in edited.left_out),
        pictures=manuscript.pictures,
        report=(*_unbuildable(edited.sheet, where), *_partly_read(edited.sheet, where)),
    )


def _refused(name: str, code: str, faults: Sequence[str], where: Location) -> Draft:
    found = [error(code, each, location=where, hint=_FAULT) for each in faults]
    return Draft(name=name, sheet=None, source="", report=tuple(found))


def _too_large(name: str, where: Location) -> Draft:
    message = f"the sheet would have more than {MAX_SOURCE:,} bytes"
    hint = "divide the file, and import the parts"
    found = error("import", message, location=where, hint=hint)
    return Draft(name=name, sheet=None, source="", report=(found,))


def _misread(
    name: str, source: str, sheet: FactSheet, pictures: Mapping[str, bytes]
) -> Iterator[str]:
    """Yield why the source does not load as the sheet that it was written from."""
    data = source.encode()
    if pictures:
        with TemporaryDirectory() as folder:
            for file, picture in pictures.items():
                (Path(folder) / file).write_bytes(picture)
            loaded = load_bytes(f"{name}.md", data, Path(folder))
    else:
        loaded = load_bytes(f"{name}.md", data)
    if loaded.sheet is None:
        yield from (each.message for each in loaded.report if each.is_error)
    elif loaded.sheet != sheet:
        yield "the source written does not load as the same sheet"


def _unbuildable(sheet: FactSheet, where: Location) -> Iterator[Diagnostic]:
    """Yield what will stop a build, as warnings: the import itself is complete."""
    for each in check(sheet):
        if each.is_error:
            message = f"this sheet cannot be built yet: {each.message}"
            yield Diagnostic(Severity.WARNING, each.code, message, where, each.hint)


def _partly_read(sheet: FactSheet, where: Location) -> Iterator[Diagnostic]:
    if not is_read_whole(sheet):
        message = f"facts were looked for in the first {MOST_READ:,} characters only"
        yield note("long", message, location=where)


def _guessed(guess: Guess, manuscript: Manuscript) -> Guessed:
    stretch = guess.stretch
    if stretch.end <= stretch.start:
        place = "not in the text"
    else:
        place = manuscript.place(stretch.start)
    words = manuscript.text[stretch.start : stretch.end]
    return Guessed(guess.what, guess.value, words, place, guess.confidence)


def _stated(
    facts: Sequence[tuple[str, Fact]], manuscript: Manuscript
) -> Iterator[Guessed]:
    """Yield the facts of the record, each kind in the order of the text."""
    done = 0
    for path, fact in facts:
        done = 0 if path.endswith("[0]") else done
        # Words that a line end parts are found by their beginning.
        at = manuscript.text.find(fact.words[:_SOUGHT], done)
        place = manuscript.place(at) if at >= 0 else "the text"
        done = max(at, done)
        yield Guessed(path, _said(fact.value), fact.words, place, fact.confidence)


def _said(value: Value) -> str:
    match value:
        case Event():
            return value.date
        case Membership():
            return " ".join(filter(None, (value.organization, value.since)))
        case Official():
            return f"{value.name}, {value.office}"
        case Mission():
            return ", ".join(filter(None, (value.name, *value.address, value.phone)))
        case str():
            return value


def _left(left: LeftOut, manuscript: Manuscript) -> Left:
    words = manuscript.text[left.stretch.start : left.stretch.end]
    place = manuscript.place(left.stretch.start)
    return Left(words, place, left.reason.value, left.instead)


def _remarks(manuscript: Manuscript, edited: Edited) -> dict[str, list[str]]:
    """Return a line above each key that was guessed or read from other words."""
    remarks: dict[str, list[str]] = {}
    for guess in edited.guesses:
        is_added = guess.what in edited.added
        words = manuscript.text[guess.stretch.start : guess.stretch.end]
        is_told = guess.what == "issued" and " ".join(words.split()) != guess.value
        if is_added:
            remarks[guess.what] = ["Please check: the text does not say this."]
        elif guess.what in _KEYS and (guess.confidence < _SURE or is_told):
            remarks[guess.what] = [_from(words, guess.value)]
    for path, fact in edited.facts:
        remarks[path] = [f"From “{_short(fact.words)}”"]
    return remarks


def _from(words: str, value: str) -> str:
    if " ".join(words.split()) == value:
        return "Please check: guessed by its place and form."
    return f"From “{_short(words)}”"


_KEYS = frozenset(
    {"title", "kind", "issuer.agency", "issuer.bureau", "number", "issued"}
)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
