"""Runs of short lines that are lists without bullets: further reading, and others.

For texts whose bullets and links were lost on the way from a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.importers.edit.days import read_day
from pipeline.importers.edit.shapes import is_line
from pipeline.importers.leaves import text_of
from pipeline.importers.manuscript import Heading, Item, Paragraph, Passage


@dataclass(frozen=True, slots=True)
class Region:
    """Passages `first` to before `end`; `intro` announces them, if anything does."""

    first: int
    end: int
    is_resources: bool
    intro: int | None = None


# What announces further reading, as a sentence that ends with a colon.
_INTRO = re.compile(
    r"(?:(?:for )?(?:more|further|additional) information|"
    r"(?:for )?(?:more|further|additional) information\b.*\b(?:listed|following|"
    r"below|available|see|visit)\b.*|see also|weitere informationen\b.*|"
    r"mehr zum thema.*|"
    r"pour (?:en savoir plus|plus d[’']informations?|aller plus loin)\b.*|"
    r"(?:para (?:obtener )?)?más información\b.*|(?:para )?mais informações\b.*|"
    r"saiba mais\b.*|(?:per )?(?:ulteriori|maggiori) informazioni\b.*|"
    r"(?:более подробн|дополнительн)\w+ информаци\w+\b.*|më shumë informacion\w*\b.*|"
    r"(?:لمزيد من|للمزيد من) المعلومات.*|更多信息.*|了解更多.*)\s?[:：]",
    re.IGNORECASE,
)
# Headings above it.
_HEADING = re.compile(
    r"(?:for )?(?:more|further|additional) information|"
    r"(?:additional |further |more |related |useful |online |web |key )?"
    r"(?:resources|links|reading|information)|see also|sources and links|references|"
    r"bibliography|(?:weiterführende|weitere) (?:links|informationen)|links|literatur|"
    r"liens utiles|pour en savoir plus|ressources|enlaces|recursos|más información|"
    r"ligações|saiba mais|mais informações|risorse|link utili|approfondimenti|"
    r"полезные ссылки|ресурсы|дополнительная информация|burime|lidhje|مراجع|روابط|"
    r"مصادر|相关链接|参考资料",
    re.IGNORECASE,
)
# A list that a heading announces has at least so many lines.
_FEWEST = 3
_LABELLED = re.compile(r"[:：@]|\d{3}")


def regions_of(passages: Sequence[Passage]) -> Iterator[Region]:
    """Yield the regions in order; none inside another."""
    done = 0
    for index, passage in enumerate(passages):
        if index < done:
            continue
        region = _region(passages, index, passage)
        if region:
            yield region
            done = region.end


def _region(passages: Sequence[Passage], index: int, passage: Passage) -> Region | None:
    if not isinstance(passage, Paragraph | Heading):
        return None
    text, first = text_of(passage), index + 1
    if _INTRO.fullmatch(text):
        end = _lines(passages, first)
        is_heading = isinstance(passage, Heading)
        found = Region(first, end, True, None if is_heading else index)
        return found if end > first else None
    if isinstance(passage, Heading) and _HEADING.fullmatch(text.rstrip(":： ")):
        end = _whole_section(passages, first, _lines(passages, first))
        return Region(first, end, True) if end > first else None
    if isinstance(passage, Paragraph) and _HEADING.fullmatch(text):
        # With its lines at the end of the text, where no empty line parts them.
        end = _lines(passages, first)
        is_last = end == len(passages) and end - first >= _FEWEST
        return Region(first, end, True, index) if is_last else None
    if isinstance(passage, Heading) and text.endswith((":", "：")):
        end = _whole_section(passages, first, _lines(passages, first))
        lines = passages[first:end]
        if len(lines) >= _FEWEST and all(map(_is_plain, lines)):
            return Region(first, end, False)
    return None


def _lines(passages: Sequence[Passage], start: int) -> int:
    end = start
    while end < len(passages) and _may_be_listed(passages[end]):
        end += 1
    # The day on which a page was changed stands below its last list.
    if end - 1 > start and _states_day(text_of(passages[end - 1])):
        end -= 1
    return end


def _states_day(text: str) -> bool:
    return read_day(text, "en") is not None


def _may_be_listed(passage: Passage) -> bool:
    if isinstance(passage, Item):
        return (
            passage.depth == 1 and passage.number is None and not passage.is_continued
        )
    return isinstance(passage, Paragraph) and (
        is_line(passage) or _is_citation(text_of(passage))
    )


def _is_citation(text: str) -> bool:
    """Return whether a line names a book: its end is place, publisher and year."""
    return len(text) < 300 and bool(
        re.search(r"[,:] [^.]{0,60}\b(?:19|20)\d\d\.$", text)
    )


def _whole_section(passages: Sequence[Passage], first: int, end: int) -> int:
    """Return `end` where nothing else stands below the heading, else `first`."""
    is_whole = end == len(passages) or isinstance(passages[end], Heading)
    return end if is_whole else first


def _is_plain(passage: Passage) -> bool:
    return isinstance(passage, Paragraph) and not _LABELLED.search(text_of(passage))


def announces_reading(passage: Passage) -> bool:
    """Return whether a passage says that further reading follows."""
    is_words = isinstance(passage, Paragraph | Heading)
    return is_words and bool(_INTRO.fullmatch(text_of(passage)))
