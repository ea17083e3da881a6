"""Sound and broken files for the rules of accessibility: MS and BL."""

from tests.inspect.docx.breakage import (
    CORE,
    HEADER,
    SETTINGS,
    STYLES,
    Case,
    assign,
    control,
    drop,
    end,
    put,
    retext,
    say,
    styled,
    text,
)
from tests.inspect.docx.packing import w
from tests.render.docx.defects import (
    lose_header_row,
    merge_cells,
    skip_heading_level,
)

_BOX = "<w:r><w:pict><v:shape id='{}' {}><v:imagedata/></v:shape></w:pict></w:r>"
_WATERMARK = (
    '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1">'
    '<v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
)
_CELL = "<w:tc><w:p/></w:tc>"
_GRID = "<w:tblGrid><w:gridCol/></w:tblGrid>"
_TITLED = '<w:tblPr><w:tblCaption w:val="Flow"/></w:tblPr>'
_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = f"<w:tr>{_HEAD}{_CELL}</w:tr>"
_TABLE = f"<w:tbl>{_TITLED}{_GRID}{_ROW}</w:tbl>"
_NESTED = (
    f"<w:tbl>{_TITLED}{_GRID}<w:tr>{_HEAD}<w:tc>{_TABLE}<w:p/></w:tc></w:tr></w:tbl>"
)


def no_headings(root):
    for style in list(root):
        for level in list(style.iter(w("outlineLvl"))):
            level.getparent().remove(level)


def colored(color: str, ground: str = "", size: int = 21) -> str:
    shading = f'<w:shd w:val="clear" w:fill="{ground}"/>' if ground else ""
    look = f'<w:color w:val="{color}"/><w:sz w:val="{size}"/>{shading}'
    return text("Shown", f"<w:rPr>{look}</w:rPr>")


def in_cell(ground: str) -> str:
    fill = f'<w:tcPr><w:shd w:val="clear" w:fill="{ground}"/></w:tcPr>'
    cell = f"<w:tc>{fill}<w:p>{text('Dry')}</w:p></w:tc>"
    return f"<w:tbl>{_TITLED}{_GRID}<w:tr>{_HEAD}{cell}</w:tr></w:tbl>"


def linked(words: str) -> str:
    return f'<w:hyperlink w:anchor="_top">{text(words)}</w:hyperlink>'


FRAMED = f"<w:p><w:pPr><w:framePr/></w:pPr>{text('Dry')}</w:p>"
_BOXED_WORDS = f"<w:txbxContent><w:p>{text('Dry')}</w:p></w:txbxContent>"
BOXED = f"<w:r><w:pict>{_BOXED_WORDS}</w:pict></w:r>"
DIRECT = frozenset({"OX:05"})
ACCESS = (
    Case("MS:01", "no words", assign("docPr", "descr", " ")),
    Case("MS:01", "a file name", assign("docPr", "descr", "IMG_2041.jpeg")),
    Case("MS:01", "too many words", assign("docPr", "descr", "A river. " * 20)),
    Case(
        "MS:01",
        "an old picture",
        say(_BOX.format("p", "")),
        say(_BOX.format("p", "alt='A dam'")),
    ),
    Case("MS:02", "no header row", lose_header_row),
    Case("MS:02", "no title", put(f"<w:tbl>{_GRID}{_ROW}</w:tbl>"), put(_TABLE)),
    Case("MS:03", "no headings", no_headings, part=STYLES),
    Case("MS:04", "a level left out", skip_heading_level),
    Case(
        "MS:05",
        "a protection",
        end('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
        end('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'),
        SETTINGS,
    ),
    Case("MS:05", "against writing", end("<w:writeProtection/>"), part=SETTINGS),
    Case("MS:06", "merged cells", merge_cells, also=frozenset({"OX:17"})),
    Case("MS:06", "a table in a table", put(_NESTED), put(_TABLE)),
    Case(
        "MS:07",
        "a pale style",
        styled("color", val="777777", themeColor=""),
        styled("color", val="767676", themeColor=""),
        STYLES,
    ),
    Case(
        "MS:07",
        "pale words",
        say(colored("949494", size=35)),
        say(colored("949494", size=36)),
    ),
    Case(
        "MS:07",
        "dark on dark",
        say(colored("FFFFFF", "808080")),
        say(colored("FFFFFF", "606060")),
    ),
    Case("MS:07", "a dark cell", put(in_cell("333333")), put(in_cell("EEEEEE"))),
    Case(
        "MS:08",
        "a floating picture",
        say("<w:r><w:drawing><wp:anchor/></w:drawing></w:r>"),
    ),
    Case("MS:08", "a frame", put(FRAMED), also=DIRECT),
    Case("MS:08", "a text box", say(BOXED)),
    Case("MS:09", "here", say(linked("Click here")), say(linked("The dams of Peja"))),
    Case("MS:09", "an address", say(linked("https://example.org/a"))),
    Case("MS:09", "no words", say(text("See ") + linked(""))),
    Case("MS:10", "a blank paragraph", put("<w:p/>")),
    Case("MS:10", "spaces", say(text("Flow    12")), say(text("Flow 12"))),
    Case(
        "MS:10",
        "tabs",
        say("<w:r><w:t>Flow</w:t><w:tab/><w:tab/></w:r>"),
        say("<w:r><w:t>Flow</w:t><w:tab/></w:r>"),
    ),
    Case(
        "MS:11", "no title", put(control("")), put(control('<w:alias w:val="Flow"/>'))
    ),
    Case("MS:12", "a watermark", end(_WATERMARK), part=HEADER),
    Case(
        "MS:12",
        "a background",
        lambda root: root.insert(0, root.makeelement(w("background"))),
    ),
    Case("MS:13", "no title", retext("title", " "), part=CORE),
    Case(
        "BL:13.D",
        "typed bullets",
        put(f"<w:p>{text('• Dams')}</w:p><w:p>{text('• Weirs')}</w:p>"),
        put(f"<w:p>{text('– Dams, above all.')}</w:p>"),
    ),
    Case(
        "BL:13.D",
        "typed numbers",
        put(f"<w:p>{text('1. Open')}</w:p><w:p>{text('2. Wait')}</w:p>"),
        put(f"<w:p>{text('1999. A year.')}</w:p><w:p>{text('2000. More.')}</w:p>"),
    ),
    Case("BL:15.A", "no language", drop("lang"), part=STYLES),
    Case(
        "BL:15.A",
        "no language's name",
        assign("lang", w("val"), "english!"),
        part=STYLES,
    ),
)
