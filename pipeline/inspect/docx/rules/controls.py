"""Content controls: MS:11, OX:25, OX:26, OX:27."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import w
from pipeline.inspect.docx.reading import shortened, words
from pipeline.inspect.docx.wordfile import WordFile, value

# Word refuses to open a file with a longer one: [MS-DOCX], w:tag and w:alias.
LONGEST_TAG = 64


def controls_have_titles(file: WordFile) -> Iterator[Diagnostic]:
    """MS:11: a content control has a title that can be read out."""
    for control in _controls(file):
        properties = control.find(w("sdtPr"))
        is_made_by_word = (
            properties is not None and properties.find(w("docPartObj")) is not None
        )
        if not is_made_by_word and not (value(properties, "alias") or "").strip():
            text = shortened(words(control))
            message = f"the content control around `{text}` has no title"
            yield warning("MS:11", message, hint="write it in its properties")


def control_ids_are_unique(file: WordFile) -> Iterator[Diagnostic]:
    """OX:25: no two content controls have the same id."""
    ids = (value(control, "sdtPr", "id") for control in _controls(file))
    for key, count in Counter(filter(None, ids)).items():
        if count > 1:
            yield error("OX:25", f"{count} content controls have the id {key}")


def controls_have_content(file: WordFile) -> Iterator[Diagnostic]:
    """OX:26: a content control has contents, be they a placeholder."""
    for control in _controls(file):
        content = control.find(w("sdtContent"))
        if content is None or not len(content):
            tag = value(control, "sdtPr", "tag") or ""
            yield error("OX:26", f"the content control `{tag}` has no contents")


def control_tags_are_short(file: WordFile) -> Iterator[Diagnostic]:
    """OX:27: tags and titles of content controls have at most 64 characters."""
    for control in _controls(file):
        for name in ("tag", "alias"):
            text = value(control, "sdtPr", name) or ""
            if len(text) > LONGEST_TAG:
                message = f"the {name} `{shortened(text)}` has {len(text)} characters"
                hint = f"Word opens files with at most {LONGEST_TAG}"
                yield error("OX:27", message, hint=hint)


def _controls(file: WordFile) -> Iterator[etree._Element]:
    for story in file.stories:
        yield from story.root.iter(w("sdt"))
