"""Whether finished files say every word of a text, told by other programs than ours.

    the text, with what the draft reports as left out taken out at its place
    = the words poppler finds in the PDF's structure = the words of the Word file

What a sheet prints beyond its text is listed in the draft as well.
"""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from pipeline.importers.draft import Draft, Left
from pipeline.labels import day

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABELS = ("Lbl", "Reference")
"""What a list or a note is counted by: structure, not words of the text."""
SPACED = {f"{W}br": " ", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011"}
"""What Word writes as an element instead of a character."""
LINE = re.compile(r"line (\d+)")


class Difference(NamedTuple):
    """Words that a file has less or more than it must, and how many are displaced."""

    lost: tuple[str, ...]
    added: tuple[str, ...]
    displaced: int


def kept(
    raw: str, left_out: tuple[Left, ...], is_page: bool = False
) -> tuple[str, list[Left]]:
    """Return the text that must be printed, and reports of words that are not there.

    Each report is looked for from its line on, outside of what others report; in a
    page, whose lines are not those of its source, from its start on.
    """
    edits: list[tuple[int, int, str]] = []
    missing = []
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", raw))]
    for left in left_out:
        line = None if is_page else LINE.match(left.place)
        start = starts[min(int(line[1]), len(starts)) - 1] if line else 0
        span = _find(left.words, raw, start, edits)
        if span is None:
            missing.append(left)
        else:
            # White space that goes with words still parts those beside it.
            gap = " " if re.search(r"\s", left.words) else ""
            edits.append((*span, left.instead or gap))
    for start, end, instead in sorted(edits, reverse=True):
        raw = raw[:start] + instead + raw[end:]
    return raw, missing


def _find(
    words: str, raw: str, start: int, taken: list[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """Return where `words` stand from `start` on, outside of what is taken."""
    pattern = r"\s+".join(map(re.escape, words.split(" "))) if words.strip() else words
    for match in re.compile(pattern).finditer(raw, start):
        span = match.start(), match.end()
        if all(span[1] <= begin or end <= span[0] for begin, end, _ in taken):
            return span
    return None


def additions(draft: Draft) -> str:
    """Return what the draft lists as printed without words that it came from."""
    made = [guess for guess in draft.guesses if not guess.words.strip()]
    return " ".join(_printed(guess.what, guess.value, draft) for guess in made)


def _printed(what: str, value: str, draft: Draft) -> str:
    if what == "issued" and draft.sheet:
        return day(date.fromisoformat(value), draft.sheet.language)
    return value if what in {"title", "kind", "issuer.agency"} else ""


def difference(wanted: str, extra: str, found: str) -> Difference:
    """Compare the words that must be there with those that are there."""
    first, second = words(f"{extra} {wanted}"), words(found)
    counted = Counter(first), Counter(second)
    lost = tuple((counted[0] - counted[1]).elements())
    added = tuple((counted[1] - counted[0]).elements())
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return Difference(lost, added, len(first) - same - len(lost))


def words(text: str) -> list[str]:
    """Return the words of `text` without marks and characters that only steer."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return re.findall(r"\w+", seen)


def signs(text: str) -> Counter[str]:
    """Return how often each visible character stands in `text`."""
    composed = unicodedata.normalize("NFC", text)
    return Counter(
        c for c in composed if not c.isspace() and unicodedata.category(c) != "Cf"
    )


def words_of_pdf(file: Path) -> str:
    """Return the words of the structure tree as poppler reads it, without labels."""
    command = ["pdfinfo", "-struct-text", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return "".join(_spoken(done.stdout.splitlines()))


def _spoken(lines: list[str]) -> Iterator[str]:
    """Yield the texts of the tree; each element but an inline one starts a line."""
    hidden: int | None = None
    for line in lines:
        told = line.lstrip(" ")
        indent = len(line) - len(told)
        if hidden is not None and indent > hidden:
            continue
        hidden = None
        if told.startswith('"'):
            yield told[1:-1]
        elif told.split(" ")[0].split("<")[0] in LABELS:
            hidden = indent
        elif not told.endswith("(inline)"):
            yield "\n"


def words_of_docx(file: Path) -> str:
    """Return the words of the body and of the notes, read from the XML itself."""
    package = ZipFile(BytesIO(file.read_bytes()))
    parts = ["word/document.xml", "word/footnotes.xml"]
    held = [part for part in parts if part in package.namelist()]
    return "\n".join(
        _paragraph(paragraph)
        for part in held
        for paragraph in etree.fromstring(package.read(part)).iter(f"{W}p")
    )


def _paragraph(paragraph: etree._Element) -> str:
    return "".join(
        (node.text or "") if node.tag == f"{W}t" else SPACED[node.tag]
        for node in paragraph.iter()
        if node.tag == f"{W}t" or node.tag in SPACED
    )
