"""What programs do to a Word file that nobody edited: noise that says nothing.

Each habit changes a file's parts in place; which ones, and where, the dice decide.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from hashlib import sha256
from io import BytesIO

import docx
from lxml import etree

from tests.inspect.docx.packing import RELATIONSHIPS, packed, parts_of, w, wordxml

Trees = dict[str, etree._Element]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TEXTS = ("word/document.xml", "word/footnotes.xml")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Dice:
    """Throws that are the same for the same seed everywhere."""

    def __init__(self, seed: object) -> None:
        self._seed, self._count = seed, 0

    def throw(self, sides: int) -> int:
        """Return a number from 0 to less than `sides`."""
        self._count += 1
        digest = sha256(f"{self._seed} {self._count}".encode()).digest()
        return int.from_bytes(digest[:6]) % sides

    def one_in(self, sides: int) -> bool:
        return self.throw(sides) == 0


def mangled(data: bytes, seed: object) -> bytes:
    """Return the file after a few habits of other programs, chosen by `seed`."""
    dice = Dice(seed)
    parts = parts_of(data)
    trees = {
        name: etree.fromstring(content)
        for name, content in parts.items()
        if name.endswith(".xml") and not name.startswith("[")
    }
    links = etree.fromstring(parts["word/_rels/document.xml.rels"])
    trees["links"] = links
    for habit in HABITS:
        if dice.one_in(2):
            habit(trees, dice)
    del trees["links"]
    parts |= {name: etree.tostring(tree) for name, tree in trees.items()}
    if dice.one_in(3):
        drop_source(parts)
    done = packed(parts)
    return saved_by_python_docx(done) if dice.one_in(4) else done


def drop_source(parts: dict[str, bytes]) -> None:
    """Take the embedded sheet out, as editors of other formats do."""
    for name in [each for each in parts if each.startswith("customXml/")]:
        del parts[name]
    name = "word/_rels/document.xml.rels"
    parts[name] = re.sub(rb'<Relationship [^>]*customXml"[^>]*/>', b"", parts[name])


def saved_by_python_docx(data: bytes) -> bytes:
    stream = BytesIO()
    docx.Document(BytesIO(data)).save(stream)
    return stream.getvalue()


def _each(trees: Trees, name: str) -> Iterator[etree._Element]:
    for part in _TEXTS:
        if part in trees:
            yield from list(trees[part].iter(w(name)))


def split_runs(trees: Trees, dice: Dice) -> None:
    """Divide runs, with the marks of a proofing tool between the halves."""
    for run in _each(trees, "r"):
        texts = run.findall(w("t"))
        others = {child.tag for child in run} - {w("rPr"), w("t")}
        if others or len(texts) != 1 or len(texts[0].text or "") < 2:
            continue
        if dice.one_in(3):
            text = texts[0].text or ""
            cut = 1 + dice.throw(len(text) - 1)
            other = deepcopy(run)
            texts[0].text = text[:cut]
            texts[0].set(_SPACE, "preserve")
            other.find(w("t")).text = text[cut:]
            other.find(w("t")).set(_SPACE, "preserve")
            run.addnext(other)
            run.addnext(wordxml('<w:proofErr w:type="spellEnd"/>')[0])


def mark_revisions(trees: Trees, dice: Dice) -> None:
    """Leave the ids of sessions and the traces of layout and proofing."""
    for element in (*_each(trees, "p"), *_each(trees, "r")):
        element.set(w("rsidR"), f"{dice.throw(1 << 24):08X}")
        if element.tag == w("r") and dice.one_in(6):
            place = 1 if element.find(w("rPr")) is not None else 0
            element.insert(place, wordxml("<w:lastRenderedPageBreak/>")[0])


def rename_style_ids(trees: Trees, dice: Dice) -> None:
    """Give styles the ids of a Word in another language; their names stay."""
    del dice
    ids = {}
    for number, style in enumerate(trees["word/styles.xml"].iter(w("style"))):
        old = style.get(w("styleId"))
        ids[old] = f"Vorlage{number}"
        style.set(w("styleId"), ids[old])
    names = {w(name) for name in (
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link",
    )}  # fmt: skip
    for tree in trees.values():
        for element in tree.iter(*names):
            element.set(w("val"), ids[element.get(w("val"))])


def rename_styles(trees: Trees, dice: Dice) -> None:
    """Write names of styles with capitals, as other programs do."""
    for style in trees["word/styles.xml"].iter(w("style")):
        name = style.find(w("name"))
        if name is not None and dice.one_in(2):
            name.set(w("val"), name.get(w("val"), "").title())


def wrap(trees: Trees, dice: Dice) -> None:
    """Put runs into smart tags, controls and alternatives, paragraphs into controls."""
    wrappers = (
        '<w:smartTag w:uri="urn:x" w:element="place"/>',
        '<w:customXml w:uri="urn:x" w:element="place"/>',
        "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>",
        "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>",
    )
    for run in _each(trees, "r"):
        if dice.one_in(12):
            _put_into(run, wrappers[dice.throw(len(wrappers))])
    for paragraph in list(trees["word/document.xml"].find(w("body")).iter(w("p"))):
        if dice.one_in(15):
            _put_into(paragraph, wrappers[2])


def _put_into(element: etree._Element, markup: str) -> None:
    outer = wordxml(markup)[0]
    element.addprevious(outer)
    innermost = outer
    while len(innermost) and innermost[-1].tag != w("sdtPr"):
        innermost = innermost[-1]
    innermost.append(element)


def move_bookmarks(trees: Trees, dice: Dice) -> None:
    """Let bookmarks end a piece later, and add Word's own."""
    for end in _each(trees, "bookmarkEnd"):
        following = end.getnext()
        if following is not None and dice.one_in(2):
            following.addnext(end)
    for paragraph in _each(trees, "p"):
        if dice.one_in(20):
            paragraph.append(
                wordxml('<w:bookmarkStart w:id="990" w:name="_GoBack"/>')[0]
            )
            paragraph.append(wordxml('<w:bookmarkEnd w:id="990"/>')[0])


def number_paragraphs(trees: Trees, dice: Dice) -> None:
    """Renumber paragraph ids, or leave them out."""
    keep = dice.one_in(2)
    for number, paragraph in enumerate(_each(trees, "p"), start=1):
        paragraph.attrib.pop(f"{_W14}paraId", None)
        if keep:
            paragraph.set(f"{_W14}paraId", f"{number:08X}")


def links_as_fields(trees: Trees, dice: Dice) -> None:
    """Write links as fields: simple ones, or begun and ended by runs."""
    addresses = _addresses(trees)
    for link in list(trees["word/document.xml"].iter(w("hyperlink"))):
        if dice.one_in(2):
            continue
        anchor = link.get(w("anchor"))
        key = link.get(f"{{{RELATIONSHIPS}}}id")
        code = f'HYPERLINK \\l "{anchor}"' if anchor else None
        code = code or f'HYPERLINK "{addresses[key]}" \\o "tip"'
        if dice.one_in(2):
            simple = etree.Element(w("fldSimple"))
            simple.set(w("instr"), f" {code} ")
            simple.extend(list(link))
            link.getparent().replace(link, simple)
        else:
            _as_runs(link, code)


def _addresses(trees: Trees) -> dict[str | None, str]:
    holder = trees["links"]
    return {each.get("Id"): each.get("Target", "") for each in holder}


def _as_runs(link: etree._Element, code: str) -> None:
    pieces = ["begin", code, "separate", *link, "end"]
    for piece in pieces:
        run = piece if not isinstance(piece, str) else etree.Element(w("r"))
        if piece is code:
            for part in (code[:7], code[7:]):
                text = etree.SubElement(run, w("instrText"))
                text.text = part
        elif isinstance(piece, str):
            etree.SubElement(run, w("fldChar")).set(w("fldCharType"), piece)
        link.addprevious(run)
    link.getparent().remove(link)


def dress_runs(trees: Trees, dice: Dice) -> None:
    """Write out what styles say already: language, fonts, sizes, bold in headings."""
    lang = trees["word/styles.xml"].find(f".//{w('lang')}").get(w("val"))
    bold = {
        style.get(w("styleId"))
        for style in trees["word/styles.xml"].iter(w("style"))
        if style.find(f"{w('rPr')}/{w('b')}") is not None
    }
    for run in _each(trees, "r"):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        if properties.find(w("lang")) is None and dice.one_in(2):
            etree.SubElement(properties, w("lang")).set(w("val"), lang)
        if dice.one_in(3):
            properties.extend(wordxml('<w:sz w:val="21"/><w:noProof/>'))
        paragraph = next(run.iterancestors(w("p")))
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and style.get(w("val")) in bold:
            properties.append(wordxml("<w:b/>")[0])


def add_blank_paragraphs(trees: Trees, dice: Dice) -> None:
    """Leave empty paragraphs between blocks."""
    for block in list(trees["word/document.xml"].find(w("body"))):
        if block.tag in (w("p"), w("tbl")) and dice.one_in(12):
            block.addprevious(wordxml('<w:p><w:r><w:t xml:space="preserve"> </w:t>'
                                      "</w:r></w:p>")[0])  # fmt: skip


def renumber_lists(trees: Trees, dice: Dice) -> None:
    """Give lists other numbers."""
    del dice
    for tree in trees.values():
        for each in tree.iter(w("num")):
            each.set(w("numId"), str(1000 - int(each.get(w("numId"), "0"))))
        for each in tree.iter(w("numId")):
            each.set(w("val"), str(1000 - int(each.get(w("val"), "0"))))


HABITS: tuple[Callable[[Trees, Dice], None], ...] = (
    split_runs, mark_revisions, dress_runs, rename_styles, rename_style_ids, wrap,
    links_as_fields, move_bookmarks, number_paragraphs, add_blank_paragraphs,
    renumber_lists,
)  # fmt: skip
