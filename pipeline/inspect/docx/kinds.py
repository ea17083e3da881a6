"""Files that are no Word document, each named: what it is says what to do."""

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.names import STRICT_WORD, TYPE_BY_NAME, WORD

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVE = b"PK"
_SAVE = "open it in Word and save it as `.docx`"
_BEGINNINGS = ((b"%PDF", "a PDF"), (b"{\\rtf", "a Rich Text file"))
# By what their streams are called, in UTF-16 as compound files write names.
_COMPOUNDS = (
    ("EncryptedPackage", "an encrypted Office file", "take its password off first"),
    ("WordDocument", "a Word 97 file (`.doc`)", _SAVE),
    ("Workbook", "an Excel 97 file", None),
)
# By a word in the content types of a package.
_PACKAGES = (
    ("ms-word.document.macroEnabled", "a Word file with macros (`.docm`)", _SAVE),
    ("ms-word.template.macroEnabled", "a Word template with macros (`.dotm`)", _SAVE),
    ("wordprocessingml.template.main", "a Word template (`.dotx`)", _SAVE),
    ("spreadsheetml.sheet.main", "an Excel workbook (`.xlsx`)", None),
    ("presentationml.presentation.main", "a PowerPoint file (`.pptx`)", None),
)


def foreign_bytes(data: bytes) -> Diagnostic | None:
    """OX:30: the file is a Word document; say which other file these bytes are."""
    if data.startswith(_ARCHIVE):
        return None
    if not data:
        return _foreign("empty")
    if data.startswith(_COMPOUND):
        for stream, what, hint in _COMPOUNDS:
            if stream.encode("utf-16-le") in data:
                return _foreign(what, hint)
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            return _foreign(what)
    return _foreign("no Word file")


def foreign_parts(names: set[str], types: etree._Element | None) -> Diagnostic | None:
    """OX:30: the package is a Word document; say which other package it is."""
    if "mimetype" in names:
        return _foreign("an OpenDocument or EPUB file", _SAVE)
    if types is None:
        return _foreign("an archive, no Word file")
    named = {each.get("ContentType", "") for each in types.iter(TYPE_BY_NAME)}
    for word, what, hint in _PACKAGES:
        if any(word in kind for kind in named):
            return _foreign(what, hint)
    return None


def foreign_root(root: etree._Element | None) -> Diagnostic | None:
    """OX:30: the document part is one that Word since 2007 reads."""
    if root is None:
        return _foreign("a package without a document")
    if root.tag == f"{{{STRICT_WORD}}}document":
        hint = "save it as `Word Document`, not as `Strict Open XML Document`"
        return _foreign("a Strict Open XML file", hint)
    if root.tag != f"{{{WORD}}}document":
        return _foreign("a package whose main part is no document")
    return None


def _foreign(what: str, hint: str | None = None) -> Diagnostic:
    return error("OX:30", f"the file is {what}", hint=hint)
