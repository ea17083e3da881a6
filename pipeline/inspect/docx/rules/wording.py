"""Words of links, and blanks in the place of spacing: MS:09, MS:10."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import PARAGRAPH, RELATION, TABLE, w
from pipeline.inspect.docx.reading import (
    is_deleted,
    living,
    paragraphs,
    shortened,
    unwrapped,
    words,
)
from pipeline.inspect.docx.wordfile import Story, WordFile

# Words that say nothing when a screen reader lists the links of a page.
_EMPTY = frozenset(
    {"here", "click here", "read more", "more", "link", "this link", "this page"}
)
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_BLANKS = re.compile(r"[ \u00a0]{2,}")
_TABS = re.compile(r"\t{2,}")
# Besides words: whatever a paragraph can be there for.
_CONTENTS = (
    *map(w, (
        "drawing", "pict", "object", "fldChar", "fldSimple", "sym", "sectPr", "ptab",
        "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "altChunk",
    )),
    "{*}oMath",
    "{*}AlternateContent",
)  # fmt: skip


def links_say_where_they_lead(file: WordFile) -> Iterator[Diagnostic]:
    """MS:09: the words of a link say where it leads (WCAG 2.2, 2.4.4)."""
    for story in file.texts:
        for link in living(story.root, w("hyperlink")):
            text = words(link).strip()
            where = link.get(w("anchor")) or _target(file, story, link)
            if not text and next(link.iter(*_CONTENTS), None) is None:
                message = f"a link to `{where}` in `{story.part}` has no words"
                yield error("MS:09", message)
            elif text.lower().rstrip(".…>» ") in _EMPTY or _ADDRESS.fullmatch(text):
                message = f"the link `{shortened(text)}` does not say where it leads"
                hint = "use the name of the page it leads to"
                yield warning("MS:09", message, hint=hint)


def _target(file: WordFile, story: Story, link: etree._Element) -> str:
    found = file.package.targets.get(story.part, {}).get(link.get(RELATION, ""))
    return found.name if found else "nowhere"


def spacing_is_not_typed(file: WordFile) -> Iterator[Diagnostic]:
    """MS:10: no blank paragraphs, no runs of spaces or tabs.

    Word itself needs a paragraph between two tables and after the last one; in heads
    and feet, tabs lead to the left, the middle and the right.
    """
    for story in file.texts:
        for paragraph in paragraphs(story.root):
            text = words(paragraph)
            found = _BLANKS.search(text)
            if found is None and not story.is_running:
                found = _TABS.search(text)
            if found and text.strip():
                message = f"`{shortened(text)}` is spaced by typed blanks"
                hint = "use indents, tab stops or a table"
                yield warning("MS:10", message, hint=hint)
    blanks = sum(1 for _ in _needless_blanks(file.body.root))
    if blanks:
        message = f"the text is spaced by {blanks} blank paragraphs"
        hint = "use the space before and after that styles have"
        yield warning("MS:10", message, hint=hint)


def _needless_blanks(root: etree._Element) -> Iterator[etree._Element]:
    body = root.find(w("body"))
    blocks = [
        each
        for each in unwrapped(body if body is not None else root)
        if each.tag in (PARAGRAPH, TABLE)
    ]
    for before, block, after in zip(
        [None, *blocks], blocks, [*blocks[1:], None], strict=False
    ):
        follows_table = before is not None and before.tag == TABLE
        ends_table = after is None or after.tag == TABLE
        is_needed = (follows_table or before is None) and ends_table
        if block.tag == PARAGRAPH and _is_blank(block) and not is_needed:
            yield block


def _is_blank(paragraph: etree._Element) -> bool:
    if words(paragraph).strip() or is_deleted(paragraph):
        return False
    if any(each.get(w("type")) for each in paragraph.iter(w("br"))):
        return False
    return next(paragraph.iter(*_CONTENTS), None) is None
