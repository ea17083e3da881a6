"""Sound and broken files for the rules of package and markup: OX."""

from tests.inspect.docx.access_cases import linked
from tests.inspect.docx.breakage import (
    CORE,
    LINKS,
    NOTES,
    STYLES,
    TYPES,
    Case,
    control,
    drop,
    put,
    relation,
    retext,
    say,
    text,
)
from tests.inspect.docx.packing import w
from tests.render.docx.defects import (
    drop_note,
    format_directly,
    lose_cell,
    open_bookmark,
    remove,
    repeat_bookmark,
    repeat_paragraph_id,
    repeat_picture_id,
    use_unknown_style,
)


def field(instruction: str, shown: str, end: str = "end") -> str:
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        f'<w:fldChar w:fldCharType="{end}"/>',
    )
    return "".join(f"<w:r>{piece}</w:r>" for piece in pieces)


def inserted(key: int) -> str:
    return f'<w:ins w:id="{key}" w:author="A">{text("new")}</w:ins>'


def style_twice(root):
    style = root[-1]
    root.append(root.makeelement(style.tag, dict(style.attrib)))


def style_circle(root):
    style = next(e for e in root if e.get(w("styleId")) == "Standfirst")
    style.find(w("basedOn")).set(w("val"), "Standfirst")


def untype(root):
    remove(next(e for e in root if e.get("Extension") == "png"))


def macro_type(root):
    each = root.makeelement(root[-1].tag)
    each.set("PartName", "/word/media/image1.png")
    each.set("ContentType", "application/vnd.ms-office.vbaProject")
    root.append(each)


def leading_to(address):
    def change(root):
        link = next(e for e in root if e.get("Type").endswith("/hyperlink"))
        link.set("Target", address)

    return change


def note_twice(root):
    root[-1].set(w("id"), root[-2].get(w("id")))


def unlist(root):
    next(root.iter(w("numId"))).set(w("val"), "77")


ID = '<w:id w:val="5"/><w:alias w:val="Flow"/>'
OTHER_ID = '<w:id w:val="6"/><w:alias w:val="Flow"/>'
TITLED = '<w:alias w:val="Flow"/>'
CHANGED = frozenset({"OX:29"})
PACKAGE = (
    Case("OX:01", "a first head never shown", drop("titlePg")),
    Case("OX:02", "no number", say(field("PAGE", "")), say(field("PAGE", "1"))),
    Case(
        "OX:02", "no end", say(field("DATE", "1", "separate")), say(field("DATE", "1"))
    ),
    Case(
        "OX:02", "an end too many", say('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    ),
    Case("OX:03", "rows that split", drop("cantSplit")),
    Case(
        "OX:03",
        "a heading that may stay behind",
        lambda root: [
            remove(each)
            for style in root
            if style.get(w("styleId")) == "Heading2"
            for each in list(style.iter(w("keepNext")))
        ],
        part=STYLES,
    ),
    Case("OX:04", "an unknown style", use_unknown_style),
    Case("OX:04", "a style twice", style_twice, part=STYLES),
    Case("OX:04", "a style based on itself", style_circle, part=STYLES),
    Case("OX:05", "direct formatting", format_directly),
    Case("OX:06", "an id twice", repeat_picture_id),
    Case(
        "OX:07",
        "a program",
        leading_to("file:///c:/a.exe"),
        leading_to("https://example.org/a"),
        LINKS,
    ),
    Case("OX:08", "a link to nothing", say(linked("The dams").replace("_top", "none"))),
    Case(
        "OX:08",
        "a reference to nothing",
        say(field("REF none", "2")),
        say(
            '<w:bookmarkStart w:id="90" w:name="there"/>'
            '<w:bookmarkEnd w:id="90"/>' + field("REF there", "2")
        ),
    ),
    Case("OX:10", "no type", untype, part=TYPES),
    Case(
        "OX:11", "not used", relation("rIdx", "image", "media/image1.png"), part=LINKS
    ),
    Case("OX:11", "no part", relation("rIdx", "webSettings", "gone.xml"), part=LINKS),
    Case(
        "OX:11",
        "no relationship",
        say('<w:hyperlink r:id="rIdz"><w:r><w:t>Dams</w:t></w:r></w:hyperlink>'),
    ),
    Case("OX:12", "an id twice", repeat_paragraph_id),
    Case(
        "OX:12",
        "no id",
        put('<w:p w14:paraId="80000000"><w:r><w:t>Dry</w:t></w:r></w:p>'),
        put('<w:p w14:paraId="7FFFFFFF"><w:r><w:t>Dry</w:t></w:r></w:p>'),
    ),
    Case("OX:13", "one end", open_bookmark),
    Case("OX:13", "a name twice", repeat_bookmark),
    Case("OX:14", "no note", drop_note, part=NOTES),
    Case("OX:14", "a note twice", note_twice, part=NOTES),
    Case("OX:14", "no list", unlist),
    Case("OX:17", "a cell too few", lose_cell),
    Case("OX:18", "another format", put('<w:altChunk r:id="rIdFoot"/>')),
    Case("OX:18", "an object", say("<w:r><w:object><o:OLEObject/></w:object></w:r>")),
    Case("OX:21", "a macro", macro_type, part=TYPES),
    Case(
        "OX:22",
        "a template",
        relation("rIdt", "attachedTemplate", "https://example.org/a.dotm", True),
        part=LINKS,
    ),
    Case(
        "OX:23",
        "a field that fetches",
        say(field("DDEAUTO c:\\a cmd", "1")),
        say(field("DATE", "1")),
    ),
    Case(
        "OX:24",
        "a change twice",
        say(inserted(7) + inserted(7)),
        say(inserted(7) + inserted(8)),
    ),
    Case(
        "OX:25",
        "an id twice",
        put(control(ID) + control(ID)),
        put(control(ID) + control(OTHER_ID)),
    ),
    Case("OX:26", "no contents", put(control(TITLED, "")), put(control(TITLED))),
    Case(
        "OX:27",
        "a long tag",
        put(control(f'{TITLED}<w:tag w:val="{"a" * 65}"/>')),
        put(control(f'{TITLED}<w:tag w:val="{"a" * 64}"/>')),
    ),
    Case("OX:28", "no date", retext("created", "2024-13-40T00:00:00Z"), part=CORE),
    Case(
        "OX:28", "a clock's start", retext("created", "1601-01-01T00:00:00Z"), part=CORE
    ),
    Case(
        "OX:28",
        "changed before it was made",
        retext("modified", "1999-01-01T00:00:00Z"),
        part=CORE,
    ),
    Case("OX:29", "a tracked change", say(inserted(7)), say(text("new"))),
)
