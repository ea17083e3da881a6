"""Saved web pages to manuscripts: what the page says, without what the site adds.

The parser is lxml's, with an allow-list of elements: what is not on it is left out and
accounted for, never run, fetched or followed.
"""

import re
from pathlib import PurePath

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from pipeline.diagnostics import Location, error
from pipeline.importers.boldheads import promoted
from pipeline.importers.html.head import read_head
from pipeline.importers.html.main import main_part, title_outside
from pipeline.importers.html.walk import Walk
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Manuscript
from pipeline.importers.scribe import Scribe

LARGEST = 10_000_000
"""Bytes of a page; its pictures and programs are in other files, or are not wanted."""
# Pages nest about 30 deep; libxml2 drops what lies deeper than 2,000, without a word.
DEEPEST = 250
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)


class HtmlImporter:
    """Reads saved pages."""

    def read(self, name: str, data: bytes) -> Manuscript:
        """Return the page as read; raise ImportRefusedError where it is none."""
        if len(data) > LARGEST:
            raise _refused(name, f"the page has more than {LARGEST:,} bytes")
        return read_page(name, decode(data))


def read_page(name: str, markup: str, scribe: Scribe | None = None) -> Manuscript:
    """Return the page in `markup`, written on after what `scribe` holds already."""
    root = _parsed(name, markup)
    hints, base = read_head(root)
    scribe = scribe or Scribe(PurePath(name).name)
    main = main_part(root)
    Walk(scribe, base, root.get("lang")).page(main, title_outside(root, main))
    return promoted(scribe.finished(hints))


def decode(data: bytes) -> str:
    """Return the text of a page in the encoding that it states, else a likely one."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"),
                        (b"\xfe\xff", "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return data.decode(codec, "replace")
    stated = _CHARSET.search(data[:4096])
    for codec in (stated[1].decode("ascii", "replace") if stated else "utf-8", "utf-8"):
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    # What browsers take for Latin-1 (WHATWG Encoding, 4.2).
    return data.decode("cp1252", "replace")


def _parsed(name: str, markup: str) -> HtmlElement:
    # An XML declaration speaks of bytes, and these are characters already.
    markup = re.sub(r"^\s*<\?xml[^>]*>", "", markup)
    parser = HTMLParser(no_network=True, huge_tree=True)
    try:
        root = document_fromstring(markup, parser=parser)
    except etree.ParserError:
        # Nothing but blanks and remarks.
        root = document_fromstring("<p>", parser=parser)
    if _depth(root) > DEEPEST:
        raise _refused(name, f"the page nests elements more than {DEEPEST} deep")
    return root


def _depth(root: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _refused(name: str, message: str) -> ImportRefusedError:
    hint = "save the page again in a browser, or copy its text into a text file"
    return ImportRefusedError(
        error("import", message, location=Location(name), hint=hint)
    )
