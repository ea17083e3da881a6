"""A Markdown source changed to say another sheet, with every line that can stay.

The front matter is changed key by key, the body part by part; the outcome is read back,
and what does not say the sheet is spelled anew: a part, then all of a half.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from pydantic import ValidationError

from pipeline.load.frontmatter import read_markdown
from pipeline.load.validate import validate
from pipeline.markdown import Reading, read_body
from pipeline.unload.body import spell_body, spell_part
from pipeline.unload.frontmatter import spell_front_matter
from pipeline.unload.keys import revise_keys
from pipeline.unload.lists import ListMark
from pipeline.unload.objects import revise_object
from pipeline.unload.parts import Heading, Part, SectionBreak, Value, parts
from pipeline.unload.respelled import respelled
from pipeline.unload.sourced import LostError, Sourced, sourced
from pipeline.unload.splice import Sequel, source_mark, spliced
from schemas.blocks import Section
from schemas.factsheet import FactSheet, Note


class UnrevisableError(Exception):
    """A source of this form cannot be changed in place."""

    def __init__(self, ending: str) -> None:
        """Keep the ending of its file."""
        super().__init__(f"a source that ends in `{ending}` cannot be changed in place")
        self.ending = ending


_LINE_END = re.compile("\r\n?|\n|\u2028|\u2029")
_BOM = "\ufeff"


def revise(
    source: str, before: FactSheet, after: FactSheet, ending: str = ".md"
) -> str:
    """Return `source`, which says `before`, changed to say `after`.

    In Markdown, lines that the change does not touch stay as they are, with their line
    ends. JSON is written again with its own indent, keys and values in their places.
    YAML is refused: it has remarks between the blocks. Raises UnspellableError for what
    Markdown cannot say, UnrevisableError for a source in another form.
    """
    if before == after:
        return source
    if ending.lower() == ".json":
        return revise_object(source, before, after)
    if ending.lower() != ".md":
        raise UnrevisableError(ending)
    text = source.removeprefix(_BOM)
    lines = _LINE_END.split(text)
    for changed in _attempts(lines, before, after):
        if says("\n".join(changed), after):
            break
    else:
        raise LostError
    bom = _BOM if text != source else ""
    return bom + _with_line_ends(text, lines, changed)


def says(text: str, sheet: FactSheet) -> bool:
    """Return whether `text` is read as `sheet`."""
    found = read_markdown("", text)
    read, findings = validate(found, text.split("\n"))
    return read == sheet and not any(
        each.is_error for each in (*findings, *found.findings)
    )


def _attempts(
    lines: Sequence[str], before: FactSheet, after: FactSheet
) -> Iterator[list[str]]:
    """Yield sources that may say `after`, the one that keeps the most lines first."""
    end = next(n for n, line in enumerate(lines) if n and line.rstrip() == "---")
    fronts = (
        lambda: revise_keys(lines[1:end], before, after),
        lambda: spell_front_matter(after, {}),
    )
    bodies = (
        lambda: _revise_body(lines, end + 1, before, after),
        lambda: ["", *spell_body(parts(after)), ""],
    )
    for body in bodies:
        for front in fronts:
            made = _made(front), _made(body)
            if made[0] is not None and made[1] is not None:
                yield [lines[0], *made[0], lines[end], *made[1]]


def _made(make: Callable[[], list[str]]) -> list[str] | None:
    try:
        return make()
    except LostError:
        return None


def _revise_body(
    lines: Sequence[str], first: int, before: FactSheet, after: FactSheet
) -> list[str]:
    units = sourced(lines, first, before)

    def write(
        part: Part[Value], unit: Sourced[Value] | None, mark: ListMark | None
    ) -> list[str]:
        if unit is None:
            return spell_part(part, mark)
        own = list(lines[unit.span.start : unit.span.end])
        if unit.part.value == part.value and mark == source_mark(unit):
            return own
        return _checked(part, unit, mark, lines)

    head = lines[first : units[0].span.start]
    body = spliced(Sequel(lines, units, ("",)), list(parts(after)), write)
    return [*head, *body, *lines[units[-1].span.end :]]


def _checked(
    part: Part[Value],
    unit: Sourced[Value],
    mark: ListMark | None,
    lines: Sequence[str],
) -> list[str]:
    """Return the lines of a changed part, or spell it anew if they do not say it."""
    try:
        changed = respelled(part, unit, mark, lines)
    except LostError:
        return spell_part(part, mark)
    return changed if _reads_as(changed, part.value) else spell_part(part, mark)


def _reads_as(lines: list[str], value: Value) -> bool:
    """Return whether `lines` are read as `value` where they stand alone."""
    if isinstance(value, Heading | SectionBreak):
        return True  # nothing to read without what follows
    reading = Reading("", lines)
    sections = read_body(reading, 0)
    if isinstance(value, Note):
        named = [Note.model_validate(note) for note in reading.notes]
        return not reading.findings and not sections and named == [value]
    try:
        read = Section.model_validate(sections[0]) if len(sections) == 1 else None
    except ValidationError:
        return False
    return read == Section(blocks=(value,)) and not reading.notes


def _with_line_ends(text: str, lines: Sequence[str], changed: Sequence[str]) -> str:
    """Return the changed lines with the line ends of the source."""
    ends = _LINE_END.findall(text)
    if len(set(ends)) == 1:
        return str(ends[0]).join(changed)
    usual = max(set(ends), key=ends.count)
    found = [usual] * len(changed)
    matcher = SequenceMatcher(None, lines, changed, autojunk=False)
    for first, start, size in matcher.get_matching_blocks():
        for step in range(size):
            if first + step < len(ends):
                found[start + step] = ends[first + step]
    return "".join(map("".join, zip(changed, found, strict=True)))[: -len(found[-1])]
