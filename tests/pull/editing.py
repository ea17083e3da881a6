"""Word files of sheets, edited by hand in their XML as a person would in Word."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

from lxml import etree

from pipeline.inspect.docx.reading import words
from pipeline.load import load_bytes
from pipeline.pull import Edited, Kind, Pending, RefusedEditError, read_edited
from pipeline.pull.model import at as part
from pipeline.pull.slots import composed
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import RenderOptions
from pipeline.settings import load_theme
from schemas.factsheet import FactSheet
from schemas.richtext import plain
from tests.inspect.docx.packing import BODY, repacked, w, wordxml

Body = etree._Element
Edit = Callable[[Body], None]

SHEET = """\
---
title: Rivers of the North
kind: Data Sheet
issuer: {agency: Ministry of Waters, bureau: Office of Rivers}
issued: 2024-05-02
place: Geneva
number: "17"
language: en-US
keywords: [rivers]
edition: 2
supersedes: The sheet of 2023.
standfirst: Nine gauges watch the *upper* river.
key_facts:
  - {label: Gauges, value: Nine on six rivers}
  - {label: Longest river, value: Mera}
disclaimer: All rivers here are invented by us.
---

The ministry keeps nine gauges along the upper river and reads them at dawn.

Its engineers work for the [WMO]{abbr="World Meteorological Organization"} and \
[publish]{lost} what they measure. In French it is the \
[Commission du fleuve]{lang=fr}.[^who]

## Costs and Benefits {#costs}

See [the table](#flow) and [our page](https://example.org/rivers).

Before noon:

- bulletins for each of the municipalities;
- warnings where one is due;

  A warning is answered within ten minutes.
- readings of the night.

1. The first step is to read the gauge.
2. The second step is to write it down.

## Flow of the Rivers {#flow}

::: table Mean flow in 2024 {row-headers}
| River | Flow | Open |
|---|--:|---|
| Mera | 17.5 | yes |
| Ardel | 181.3 | yes |
| Bresk | 96.0 | no |

Flow in cubic metres a second.
:::

::: callout When in doubt
Call the office before you take the boat out.
:::

> The water came at night and took the bridge.
>
> — A miller of Mera

::: timeline
1976
: Cooperation across the border begins with a telephone.

Autumn of 2012 {date=2012-09}
: An agreement is signed by both sides.
:::

## People

::: memberships
Commission of the Basin
: 2009

Union of Lakes
: no
:::

::: officials {as-of=2024-05-01}
Ana Moreau
: Director of the office
:::

::: missions
Office of Rivers in Geneva
: 12 Quay Street
: 1201 Geneva
: phone: 202-555-0100
: email: rivers@example.org
: web: https://rivers.example.org/
:::

::: resources
To read more about rivers:

- [Yearbook of the waters](https://example.org/yearbook)
- [Atlas of the north]{lost}
:::

[^who]: It was founded in the year of the great flood.
"""


@cache
def sheet() -> FactSheet:
    loaded = load_bytes("rivers.md", SHEET.encode())
    assert loaded.sheet is not None, loaded.report
    return loaded.sheet


@cache
def built(source: FactSheet | None = None) -> bytes:
    """Return the Word file of a sheet; without one, of the sheet above."""
    source = source or sheet()
    options = RenderOptions(source=source.model_dump_json().encode())
    return DocxRenderer().render(composed(source), load_theme("bulletin"), options)


def edited(*edits: Edit) -> bytes:
    """Return the Word file of the sheet above after some edits of its body."""

    def apply(root: etree._Element) -> None:
        for edit in edits:
            edit(root[0])

    return repacked(built(), {BODY: apply})


def pulled(*edits: Edit, pending: Pending = Pending.STOP) -> Edited:
    return read_edited(edited(*edits), pending=pending)


def kinds(found: Edited) -> list[Kind]:
    return [each.kind for each in found.operations]


def refused(*edits: Edit) -> list[tuple[str, str]]:
    """Return code and message of each reason for which an edit does not come back."""
    try:
        found = pulled(*edits)
    except RefusedEditError as error:
        return [(each.code, each.message) for each in error.findings]
    raise AssertionError(found.operations)


def at(body: Body, text: str) -> etree._Element:
    """Return the paragraph in which `text` stands."""
    return next(each for each in body.iter(w("p")) if text in words(each))


def replace(old: str, new: str) -> Edit:
    """Change words; they have to stand in one run."""

    def edit(body: Body) -> None:
        text = next(each for each in body.iter(w("t")) if old in (each.text or ""))
        text.text = (text.text or "").replace(old, new)

    return edit


def delete(*texts: str) -> Edit:
    """Delete paragraphs."""

    def edit(body: Body) -> None:
        for text in texts:
            paragraph = at(body, text)
            paragraph.getparent().remove(paragraph)

    return edit


def insert(after: str, text: str, style: str | None = None) -> Edit:
    """Press Enter behind a paragraph and type; it takes over its style, or another."""

    def edit(body: Body) -> None:
        place = at(body, after)
        fresh = deepcopy(place)
        for child in list(fresh):
            if child.tag != w("pPr"):
                fresh.remove(child)
        fresh.attrib.clear()
        fresh.append(wordxml(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>')[0])
        if style:
            fresh.find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), style)
        place.addnext(fresh)

    return edit


def restyle(text: str, style: str) -> Edit:
    def edit(body: Body) -> None:
        at(body, text).find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), style)

    return edit


def split(text: str) -> Edit:
    """Press Enter right before `text`, which stands in a run without siblings."""

    def edit(body: Body) -> None:
        paragraph = at(body, text)
        other = deepcopy(paragraph)
        other.attrib.clear()
        first = next(t for t in paragraph.iter(w("t")) if text in (t.text or ""))
        last = next(t for t in other.iter(w("t")) if text in (t.text or ""))
        cut = (first.text or "").index(text)
        first.text, last.text = (first.text or "")[:cut], (last.text or "")[cut:]
        paragraph.addnext(other)

    return edit


def merge(text: str) -> Edit:
    """Press Delete at the end of a paragraph."""

    def edit(body: Body) -> None:
        paragraph = at(body, text)
        following = paragraph.getnext()
        paragraph.append(wordxml('<w:r><w:t xml:space="preserve"> </w:t></w:r>')[0])
        paragraph.extend([each for each in following if each.tag != w("pPr")])
        following.getparent().remove(following)

    return edit


def move(text: str, behind: str) -> Edit:
    def edit(body: Body) -> None:
        at(body, behind).addnext(at(body, text))

    return edit


def mark(text: str, properties: str) -> Edit:
    """Select words, which stand in one run, and format them."""

    def edit(body: Body) -> None:
        run = next(r for r in body.iter(w("r")) if text in "".join(r.itertext()))
        whole = "".join(run.itertext())
        before, _, behind = whole.partition(text)
        for piece, given in ((before, ""), (text, properties), (behind, "")):
            if piece:
                markup = (
                    f"<w:r><w:rPr>{given}</w:rPr>"
                    f'<w:t xml:space="preserve">{piece}</w:t></w:r>'
                )
                run.addprevious(wordxml(markup)[0])
        run.getparent().remove(run)

    return edit


def only(found: Edited) -> str:
    """Return the one operation as a line."""
    [operation] = found.operations
    return str(operation)


def text(found: Edited, path: str) -> str:
    """Return the words at a path of the sheet."""
    runs: Any = part(found.sheet, path)
    return plain(runs)
