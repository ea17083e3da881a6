"""People at work: random edits of a Word file's paragraphs, one after another."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.inspect.docx.packing import BODY, repacked, w, wordxml
from tests.proof.texts import PROSE
from tests.pull.mangling import Dice

Paragraphs = list[etree._Element]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STYLES = (
    "BodyText", "Heading2", "Heading3", "ListBullet", "ListNumber", "CalloutText",
    "Quote", "ListContinue", "Term",
)  # fmt: skip


def worked_on(data: bytes, seed: object, most: int = 4) -> bytes:
    """Return the file after one to `most` edits, chosen by `seed`."""
    dice = Dice(seed)

    def work(root: etree._Element) -> None:
        for _ in range(1 + dice.throw(most)):
            EDITS[dice.throw(len(EDITS))](_paragraphs(root[0]), dice)

    return repacked(data, {BODY: work})


def _paragraphs(body: etree._Element) -> Paragraphs:
    return [
        each
        for each in body.iterchildren(w("p"))
        if each.find(w("pPr")) is not None and each.find(f".//{w('drawing')}") is None
    ]


def _one(paragraphs: Paragraphs, dice: Dice) -> etree._Element:
    return paragraphs[dice.throw(len(paragraphs))]


def _words(dice: Dice, most: int) -> str:
    start = dice.throw(len(PROSE) - most)
    return " ".join(PROSE[start : start + 1 + dice.throw(most)])


def change_words(paragraphs: Paragraphs, dice: Dice) -> None:
    """Replace, add or take out a word or two."""
    texts = [each for each in _one(paragraphs, dice).iter(w("t")) if each.text]
    if texts:
        text = texts[dice.throw(len(texts))]
        words = (text.text or "").split(" ")
        index = dice.throw(len(words))
        fresh = [] if dice.one_in(3) else [_words(dice, 1)]
        words[index : index + dice.throw(3)] = fresh
        text.text = " ".join(words)
        text.set(_SPACE, "preserve")


def insert(paragraphs: Paragraphs, dice: Dice) -> None:
    """Press Enter at the end of a paragraph and type."""
    place = _one(paragraphs, dice)
    fresh = deepcopy(place)
    fresh.attrib.clear()
    for child in list(fresh):
        if child.tag != w("pPr"):
            fresh.remove(child)
    fresh.extend(wordxml(f"<w:r><w:t>{_words(dice, 12)}</w:t></w:r>"))
    place.addnext(fresh)


def delete(paragraphs: Paragraphs, dice: Dice) -> None:
    paragraph = _one(paragraphs, dice)
    paragraph.getparent().remove(paragraph)


def split(paragraphs: Paragraphs, dice: Dice) -> None:
    """Press Enter between two runs."""
    paragraph = _one(paragraphs, dice)
    runs = [each for each in paragraph if each.tag == w("r")]
    if len(runs) < 2:
        return
    fresh = deepcopy(paragraph)
    fresh.attrib.clear()
    cut = list(paragraph).index(runs[1 + dice.throw(len(runs) - 1)])
    for child in list(paragraph)[cut:]:
        paragraph.remove(child)
    for child in list(fresh)[:cut]:
        if child.tag != w("pPr"):
            fresh.remove(child)
    paragraph.addnext(fresh)


def merge(paragraphs: Paragraphs, dice: Dice) -> None:
    """Press Delete at the end of a paragraph."""
    paragraph = _one(paragraphs, dice)
    following = paragraph.getnext()
    if following in paragraphs:
        paragraph.extend(wordxml('<w:r><w:t xml:space="preserve"> </w:t></w:r>'))
        paragraph.extend([each for each in following if each.tag != w("pPr")])
        following.getparent().remove(following)


def move(paragraphs: Paragraphs, dice: Dice) -> None:
    one, other = _one(paragraphs, dice), _one(paragraphs, dice)
    if one is not other:
        other.addnext(one)


def restyle(paragraphs: Paragraphs, dice: Dice) -> None:
    style = _one(paragraphs, dice).find(f"{w('pPr')}/{w('pStyle')}")
    style.set(w("val"), _STYLES[dice.throw(len(_STYLES))])


EDITS: tuple[Callable[[Paragraphs, Dice], None], ...] = (
    change_words, change_words, change_words, insert, insert, delete, split, merge,
    move, restyle,
)  # fmt: skip
