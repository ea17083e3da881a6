"""Plain words for what a file is for and what a standard promises."""

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from pipeline.console import counted, size
from pipeline.report.folder import Seen, Sheet, State
from schemas.report import File, Finding

ORDER = ("pdf", "docx")
"""Formats in the order of the page; others follow by name."""

_NAMES = {"pdf": "PDF", "docx": "Word"}
_PURPOSES = {
    "pdf": "To read, print, send out and keep.",
    "docx": "To edit, with Word's own headings, lists and tables.",
}
_PROMISES = {
    "PDF/UA": "Everyone can read it. A screen reader hears the headings, lists, tables "
    "and descriptions of pictures in their order.",
    "PDF/A": "Archives accept it. It carries its fonts and colours inside, and will "
    "look the same in many years.",
    "PDF/X": "Printers accept it. Its colours and its edges are ready for the press.",
    "WTPDF": "Its text can be read aloud, and taken over into other programs, without "
    "losing its order.",
}
_IN_A_WORD = {
    "PDF/UA": "accessible",
    "PDF/A": "archival",
    "PDF/X": "for print",
    "WTPDF": "well tagged",
}
_STATES = {
    State.CURRENT: "",
    State.OLDER: "This file is older: it was made before the sheet was last changed.",
    State.CHANGED: "This file was changed after it was made; nobody has checked it as "
    "it is now.",
    State.MISSING: "This file is no longer in the folder.",
}


def format_name(file: File) -> str:
    """Return what people call the format of a file."""
    return _NAMES.get(file.format, file.format)


def purpose(file: File) -> str:
    """Return what a file is for."""
    return _PURPOSES.get(file.format, f"A file in the format `{file.format}`.")


def measure(file: File) -> str:
    """Return how many pages and how large."""
    pages = [] if file.pages is None else [counted(file.pages, "page")]
    return ", ".join([*pages, size(file.size)])


def promises(file: File) -> str:
    """Return the standards that a file claims, each with a word on what it is for."""
    family = (_family(claim) for claim in file.claims)
    pairs = zip(file.claims, family, strict=True)
    return ", ".join(
        f"{claim} ({_IN_A_WORD[name]})" if name else claim for claim, name in pairs
    )


def promise(claim: str) -> str:
    """Return what a standard is good for; nothing for one that is not known here."""
    return _PROMISES.get(_family(claim), "")


def rank(claim: str) -> tuple[int, str]:
    """Return the place of a standard on the page: those for people come first."""
    families = [*_PROMISES, ""]
    return families.index(_family(claim)), claim


def _family(claim: str) -> str:
    return next((name for name in _PROMISES if claim.startswith(name)), "")


def checked_by(file: File) -> str:
    """Return who has confirmed a file; every tool that did is named, and no other."""
    tools = " and ".join(f"{each.tool} {each.version}" for each in file.checks)
    return f"{tools}, before it was written" if tools else "Nobody"


def state(seen: Seen) -> str:
    """Return what is amiss with a file; nothing where nothing is."""
    return _STATES[seen.state]


def language(tag: str) -> str:
    """Return the English name of a language; its tag where it has none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (ValueError, UnknownLocaleError):
        return tag


def label(found: Finding, source: str) -> str:
    """Return what a finding is and where, as in `Warning in line 3, column 1`."""
    kind = {"note": "Note", "warning": "Warning", "error": "Mistake"}[found.severity]
    other = [found.file] if found.file and found.file != source else []
    line = [f"line {found.line}"] if found.line else []
    column = [f"column {found.column}"] if found.line and found.column else []
    where = ", ".join([*other, *line, *column])
    return f"{kind} in {where}" if where else kind


def outcome(sheet: Sheet) -> str:
    """Return what became of the last build where it wrote nothing."""
    found = counted(len(sheet.mistakes), "mistake")
    if sheet.report is None:
        return f"Not built. The sheet has {found}, so there are no files yet."
    return (
        f"Out of date. The last build of the sheet found {found} and wrote nothing; "
        "the files below are of an earlier build."
    )


def summary(sheets: Sequence[Sheet]) -> str:
    """Return the state of the whole folder in one or two sentences."""
    files = sum(len(sheet.files) for sheet in sheets)
    all_ = f"{counted(len(sheets), 'fact sheet')}, {counted(files, 'file')}."
    caring = sum(sheet.needs_care for sheet in sheets)
    if not caring:
        return f"{all_} Each was read back and checked before it was written."
    verb = "needs" if caring == 1 else "need"
    return f"{all_} {counted(caring, 'sheet')} {verb} your attention."
