"""Names of the parts' XML as lxml writes them, for everything that reads Word files."""

from functools import cache

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"


@cache
def w(name: str) -> str:
    """Return a WordprocessingML name as lxml writes it."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
PARAGRAPH, RUN, TEXT = w("p"), w("r"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
PARAGRAPH_ID = f"{{{_WORD_2010}}}paraId"
DOCUMENT_PROPERTIES = f"{{{_PLACING}}}docPr"
ANCHOR = f"{{{_PLACING}}}anchor"
DRAWING_NAME = f"{{{_DRAWING}}}"
IS_DECORATIVE = f"{{{_DECORATIVE}}}decorative"
RELATION = f"{{{RELATIONSHIPS}}}id"
FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"
RELATIONSHIP = f"{{{_PACKAGE}/relationships}}Relationship"
TYPE_BY_ENDING = f"{{{_PACKAGE}/content-types}}Default"
TYPE_BY_NAME = f"{{{_PACKAGE}/content-types}}Override"
VML_SHAPE, VML_IMAGE = f"{{{_VML}}}shape", f"{{{_VML}}}imagedata"
OLE_OBJECT = f"{{{_OFFICE}}}OLEObject"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
DATES = "{http://purl.org/dc/terms/}"
