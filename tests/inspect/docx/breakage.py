"""For each rule a sound file and a broken one: our kitchen sink with one thing changed.

A case adds what its rule is about in a sound form first, where the sink has none of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from lxml import etree

from tests.inspect.docx.packing import BODY, RELATIONSHIPS, repacked, w, wordxml
from tests.render.docx.defects import remove, saying
from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import rendered

CORE, SETTINGS = "docProps/core.xml", "word/settings.xml"
STYLES, NOTES = "word/styles.xml", "word/footnotes.xml"
HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"
LINKS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
Change = Callable[[etree._Element], None]


@cache
def sound() -> bytes:
    return rendered(kitchen_sink(), b'{"title":"Rivers"}')


def leave(root):
    pass


@dataclass(frozen=True)
class Case:
    code: str
    what: str
    broken: Change
    sound: Change = leave
    part: str = BODY
    also: frozenset[str] = frozenset()

    def files(self) -> tuple[bytes, bytes]:
        """Return the sound file and the broken one."""
        return (
            repacked(sound(), {self.part: self.sound}),
            repacked(sound(), {self.part: self.broken}),
        )


def put(xml: str, count: int = 1) -> Change:
    """Return a change that puts paragraphs or tables after the standfirst."""

    def change(root):
        place = saying(root, "Two lakes")
        for _ in range(count):
            for each in reversed(wordxml(xml)):
                place.addnext(each)

    return change


def say(xml: str) -> Change:
    """Return a change that puts a paragraph holding `xml` into the body."""
    return put(f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{xml}</w:p>')


def end(xml: str) -> Change:
    """Return a change that appends to the root element of a part."""
    return lambda root: root.extend(wordxml(xml))


def text(words: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(name: str, **attributes: str) -> Change:
    """Return a change of an element of the style Standfirst."""

    def change(root):
        style = next(e for e in root if e.get(w("styleId")) == "Standfirst")
        found = style.find(f".//{w(name)}")
        for key, value in attributes.items():
            found.set(w(key), value)

    return change


def drop(name: str) -> Change:
    return lambda root: remove(next(root.iter(f"{{*}}{name}")))


def assign(name: str, key: str, value: str) -> Change:
    return lambda root: next(root.iter(f"{{*}}{name}")).set(key, value)


def retext(name: str, words: str) -> Change:
    def change(root):
        next(root.iter(f"{{*}}{name}")).text = words

    return change


def relation(key: str, kind: str, target: str, outside: bool = False) -> Change:
    def change(root):
        each = etree.SubElement(root, root[0].tag)
        each.set("Id", key)
        each.set("Type", f"{RELATIONSHIPS}/{kind}")
        each.set("Target", target)
        if outside:
            each.set("TargetMode", "External")

    return change


def both(*changes: Change) -> Change:
    def change(root):
        for each in changes:
            each(root)

    return change


def control(properties: str, content: str = "<w:p/>") -> str:
    body = f"<w:sdtContent>{content}</w:sdtContent>" if content else ""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{body}</w:sdt>"
