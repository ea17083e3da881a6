"""What a Word file holds beside its text: accounted for, and in no passage."""

from lxml import etree

from pipeline.importers.manuscript import Reason
from pipeline.importers.scribe import Scribe
from pipeline.inspect.docx.names import w
from pipeline.inspect.docx.reading import words
from pipeline.word import ChangeKind, Package, WordStory

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Markup for editors that do not know the choice beside it: the same words again.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (ChangeKind.DELETED, ChangeKind.MOVED_AWAY)


def write_unheld(scribe: Scribe, package: Package, story: WordStory) -> None:
    """Account for text boxes, formulas, running heads, deletions and comments."""
    root = package.trees[package.main()]
    for box in root.iter(w("txbxContent"), f"{_MATH}oMath"):
        if next(box.iterancestors(_FALLBACK, w("txbxContent")), None) is None:
            scribe.leave_out(_text(box), Reason.UNSUPPORTED)
    for running in story.running:
        scribe.leave_out(running, Reason.RUNNING)
    for change in story.changes:
        if change.kind in _GONE:
            scribe.at(change.place)
            scribe.leave_out(change.words, Reason.DELETED)
    for comment in story.comments:
        scribe.at(comment.place)
        scribe.leave_out(f"{comment.author}: {comment.words}", Reason.COMMENT)


def _text(element: etree._Element) -> str:
    if element.tag == w("txbxContent"):
        return " ".join(words(paragraph) for paragraph in element.iter(w("p")))
    return "".join(each.text or "" for each in element.iter(f"{_MATH}t"))
