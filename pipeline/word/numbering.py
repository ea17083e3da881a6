"""The lists of a Word file, counted as Word counts them: ECMA-376 Part 1, 17.9."""

from dataclasses import dataclass, field

from lxml import etree

from pipeline.inspect.docx.names import VAL, w
from pipeline.inspect.docx.wordfile import value
from pipeline.word.story import Listed

_DEEPEST = 8
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    start: int


@dataclass(slots=True)
class _Count:
    """Where the lists of one abstract numbering have come to, by level."""

    counts: list[int | None] = field(default_factory=lambda: [None] * (_DEEPEST + 1))
    lists: list[str] = field(default_factory=lambda: [""] * (_DEEPEST + 1))
    """By level the `w:numId` with which its count began."""


@dataclass(slots=True)
class Numbering:
    """`numbering.xml`; items are counted in the order in which they are asked for.

    Lists of one abstract numbering count on from each other. One that overrides the
    start of a level starts it anew, once: LibreOffice writes only the first item so.
    """

    levels: dict[str, dict[int, _Level]]
    """By `w:numId` and level."""
    abstracts: dict[str, str]
    """By `w:numId` the abstract numbering."""
    restarts: dict[str, set[int]]
    """By `w:numId` the levels that it is still to start anew."""
    _counted: dict[str, _Count] = field(default_factory=dict)

    def item(self, number: str | None, level: str | None) -> Listed | None:
        """Return the next item of a list; None where there is no such list."""
        if number is None or number == _NO_LIST or number not in self.levels:
            return None
        depth = _whole(level, 0)
        kind = self.levels[number].get(depth, _Level("bullet", 1))
        name, count = self._next(number, depth, kind)
        return Listed(name, depth, kind.format, count)

    def _next(self, number: str, depth: int, kind: _Level) -> tuple[str, int]:
        counted = self._counted.setdefault(self.abstracts[number], _Count())
        before = counted.counts[depth]
        if before is None or depth in self.restarts[number]:
            counted.lists[depth], count = number, kind.start
        else:
            count = before + 1
        self.restarts[number].discard(depth)
        counted.counts[depth] = count
        counted.counts[depth + 1 :] = [None] * (_DEEPEST - depth)
        return counted.lists[depth], count


def read_numbering(root: etree._Element) -> Numbering:
    """Return the lists of the part `root`."""
    kinds = {
        each.get(w("abstractNumId"), ""): dict(map(_level, each.iterchildren(w("lvl"))))
        for each in root.iterchildren(w("abstractNum"))
    }
    levels: dict[str, dict[int, _Level]] = {}
    abstracts: dict[str, str] = {}
    restarts: dict[str, set[int]] = {}
    for each in root.iterchildren(w("num")):
        number = each.get(w("numId"), "")
        abstracts[number] = value(each, "abstractNumId") or ""
        own = list(each.iterchildren(w("lvlOverride")))
        levels[number] = _overridden(kinds.get(abstracts[number], {}), own)
        restarts[number] = {
            _whole(override.get(w("ilvl")), 0)
            for override in own
            if override.find(w("startOverride")) is not None
        }
    return Numbering(levels, abstracts, restarts)


def _level(element: etree._Element) -> tuple[int, _Level]:
    kind = value(element, "numFmt") or "decimal"
    start = _whole(value(element, "start"), 1, 0x7FFF)
    return _whole(element.get(w("ilvl")), 0), _Level(kind, start)


def _overridden(
    levels: dict[int, _Level], overrides: list[etree._Element]
) -> dict[int, _Level]:
    found = dict(levels)
    for each in overrides:
        whole = each.find(w("lvl"))
        if whole is not None:
            depth, level = _level(whole)
            found[depth] = level
        depth = _whole(each.get(w("ilvl")), 0)
        start = each.find(w("startOverride"))
        if start is not None and depth in found:
            first = _whole(start.get(VAL), 1, 0x7FFF)
            found[depth] = _Level(found[depth].format, first)
    return found


def _whole(text: str | None, otherwise: int, most: int = _DEEPEST) -> int:
    is_number = text is not None and len(text) < 10 and text.isascii()
    is_number = is_number and (text or "").isdecimal()
    return min(int(text or "0"), most) if is_number else otherwise
