"""What a line starts with: a bullet, a number, a mark of a heading; or is: a rule.

A marker is believed by its company. A year, a dash of dialogue or an initial may start
a wrapped line; the second item of a list tells that the first was one.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.importers.text.lines import Line

# Bullets by nature: nothing else in prose starts with them.
_SURE = "•‣⁃▪▫■□▢●○◦◆◇◊►▶▸▹▻➢➤➔✓✔✗✘☐☑☒★☆❖✦✧∙⦁⁌⁍◘"
# Signs that prose may start with as well: dashes, stars, arrows.
_WEAK = "·*+»›–—−→⇒>~-"
_BULLET = re.compile(
    rf"(?P<sure>[{_SURE}])\ufe0f?\s*(?!\s)"
    rf"|(?P<weak>[{_WEAK}]|--)(?:\s+|$)"
    # The Latin letter, which word processors draw as a hollow bullet.
    r"|(?P<o>o)(?:\t|\s{2,}(?=\S)|\s(?=[A-Z]))"
    # Pictures that stand where a bullet would, such as a pin or a pointing hand.
    "|(?P<emoji>(?:[\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+)\\s+(?=\\S)"
)
_NUMBER = re.compile(
    r"(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=[^\W\d_])"
    r"|(?P<digits>\d{1,3})(?:[.)．、]|\s?[-–](?=\s))(?P<gap>\s*)(?=\D|$)"
    r"|[(（](?P<enclosed>\d{1,3})[)）]\s*(?=\S)"
    r"|\(?(?P<letter>[A-Za-z]|[ivxlcIVXLC]{2,6})[.)]\s+(?=\S)"
    r"|(?P<circled>[\u2460-\u2473])\s*(?=\S)"
    r"|[（(]?(?P<han>[一二三四五六七八九十])[、．.）)]\s*(?=\S)"
)
_HASHES = re.compile(r"(?:#{1,6}\s+(?=\w|\W\w)|#{2,6}(?=[^\s#]))")
_RULE = re.compile(r"(?:[-=_*~·•–—―─━═]\s?){3,}|#(?:\s?#){2,}|[-–]\s?30\s?[-–]")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_HAN = "一二三四五六七八九十"
# Items farther apart than this, in lines, bear each other out no more.
_NEAR = 12
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# An unfinished line longer than this goes on in the next one.
_UNFINISHED = 50


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the words of a line."""

    kind: str
    """The same for all items of one list."""
    end: int
    """The column at which the words start."""
    is_sure: bool
    """Whether it is a marker in any company; a number only if it is 1."""
    number: int | None = None
    roman: int | None = None
    """What a letter counts as where it is a Roman number."""


def is_rule(text: str) -> bool:
    """Return whether a line only draws a rule, or ends a release as `###` does."""
    if not _RULE.fullmatch(text):
        return False
    return len(set(text) - set(" \t")) == 1 or "30" in text


def hashes(text: str) -> int:
    """Return the end of the number signs that make a line a heading, 0 without."""
    found = _HASHES.match(text) if text.startswith("#") else None
    return found.end() if found else 0


def find_markers(lines: Sequence[Line]) -> list[Marker | None]:
    """Return the marker of each line; None where its start belongs to its words."""
    found = [_marker(line.text) for line in lines]
    by_kind: dict[str, list[int]] = {}
    for index, marker in enumerate(found):
        if marker and not _goes_on(lines, found, index):
            by_kind.setdefault(marker.kind, []).append(index)
        else:
            found[index] = None
    for indexes in by_kind.values():
        company = [(index, marker) for index in indexes if (marker := found[index])]
        for place, (index, marker) in enumerate(company):
            near = [
                each
                for at, each in company[max(place - 1, 0) : place + 2]
                if at != index and (each.number is not None or abs(at - index) < _NEAR)
            ]
            found[index] = _believed(marker, near, lines, found, index)
    return found


def _goes_on(lines: Sequence[Line], found: Sequence[Marker | None], index: int) -> bool:
    """Return whether the line before leaves its sentence open and has no marker."""
    line, marker = lines[index], found[index]
    if not index or line.is_apart or found[index - 1] or not marker:
        return False
    before = lines[index - 1].text
    is_open = len(before) > _UNFINISHED and (before[-1].isalnum() or before[-1] in ",-")
    # An address that fills its line leaves no sentence open.
    is_open = is_open and not _ADDRESS.fullmatch(before)
    return is_open and (marker.number is not None or not marker.is_sure)


def _believed(
    marker: Marker,
    near: Sequence[Marker],
    lines: Sequence[Line],
    found: Sequence[Marker | None],
    index: int,
) -> Marker | None:
    """Return the marker as its neighbours of the same kind bear it out, else None."""
    if marker.number is None and marker.roman is None:
        is_told = bool(near) or _is_introduced(lines, found, index)
        return marker if marker.is_sure or is_told else None
    if marker.is_sure and marker.number == 1:
        return marker
    if any(_are_next(marker.number, each.number) for each in near):
        return marker
    if any(_are_next(marker.roman, each.roman) for each in near):
        return replace(marker, kind=f"roman {marker.kind}", number=marker.roman)
    return None


def _is_introduced(
    lines: Sequence[Line], found: Sequence[Marker | None], index: int
) -> bool:
    """Return whether the line before announces a list, or is an item farther out."""
    if not index:
        return False
    before = lines[index - 1]
    is_inner = found[index - 1] is not None and lines[index].indent > before.indent + 1
    return is_inner or before.text.endswith((":", "："))


def _are_next(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and abs(one - other) == 1


def _marker(text: str) -> Marker | None:
    if found := _BULLET.match(text):
        kind = found[found.lastgroup or 0]
        # The thumb of one colour and of another are one kind; so are pictures at large.
        kind = "emoji" if found.lastgroup == "emoji" else kind
        return Marker(kind, found.end(), found.lastgroup in ("sure", "emoji"))
    if not (found := _NUMBER.match(text)):
        return None
    said = found[found.lastgroup or 0] if found.lastgroup != "gap" else found["digits"]
    return _numbered(found, said)


def _numbered(found: re.Match[str], said: str) -> Marker:
    shape, end = found[0].strip().replace(said, "#", 1), found.end()
    if found["dotted"]:
        above, _, last = said.rpartition(".")
        return Marker(f"{above}.#", end, True, int(last))
    if found["digits"]:
        is_sure = bool(found["gap"]) and shape[-1] in ".)"
        return Marker(shape, end, is_sure, int(said))
    if found["enclosed"]:
        return Marker(shape, end, True, int(said))
    if found["circled"]:
        return Marker("circled", end, True, int(unicodedata.numeric(said)))
    if found["han"]:
        return Marker(f"han {shape}", end, True, _HAN.index(said) + 1)
    case = "letter" if said.islower() else "capital"
    number = ord(said.lower()) - ord("a") + 1 if len(said) == 1 else None
    return Marker(f"{case} {shape}", end, False, number, _roman(said.lower()))


def _roman(said: str) -> int | None:
    values = [_ROMAN.get(letter, 0) for letter in said]
    if not all(values):
        return None
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )
