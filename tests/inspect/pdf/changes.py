"""Changes to a sound PDF file, small enough to say in a line what each breaks."""

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0
from tests.render.pdf.breaking import elements, sound

Change = Callable[[Pdf], object]
Breaks = dict[str, Change]
"""By the name of a rule's function: what breaks it, or keeps it."""


def changed(change: Change, is_pdf_2: bool = False) -> bytes:
    """Return the sound file after `change`."""
    with pikepdf.open(BytesIO(sound(PDF_2_0 if is_pdf_2 else PDF_1_7))) as pdf:
        change(pdf)
        kept = BytesIO()
        mode = pikepdf.ObjectStreamMode.disable
        pdf.save(kept, fix_metadata_version=False, object_stream_mode=mode)
    return kept.getvalue()


def put(holder: Object, **entries: object) -> None:
    """Set entries of a dictionary."""
    for key, value in entries.items():
        holder[f"/{key}"] = value


def drop(holder: Object, *keys: str) -> None:
    """Remove entries of a dictionary."""
    for key in keys:
        if f"/{key}" in holder:
            del holder[f"/{key}"]


def element(pdf: Pdf, kind: str) -> Dictionary:
    """Return the first structure element of a type."""
    return next(elements(pdf, f"/{kind}"))


def reword(pdf: Pdf, old: str, new: str) -> None:
    """Write other words into the XMP packet, wherever the pattern `old` stands."""
    packet = pdf.Root.Metadata.read_bytes().decode()
    changed, times = re.subn(old, new, packet)
    assert times
    pdf.Root.Metadata.write(changed.encode())


def page(pdf: Pdf) -> Dictionary:
    """Return the first page."""
    return pdf.pages[0].obj


def put_in(pdf: Pdf, parent: Object, kind: str, **entries: object) -> Dictionary:
    """Return a new structure element, the last of those in `parent`."""
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}")))
    put(made, P=parent, **entries)
    kids = parent.get("/K")
    held = list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]
    put(parent, K=Array([*held, made]))
    return made


def grown(pdf: Pdf, *kinds: str) -> Dictionary:
    """Return the innermost of new elements, each in the one before it."""
    here: Dictionary = element(pdf, "Document")
    for kind in kinds:
        here = put_in(pdf, here, kind)
    return here


def table(pdf: Pdf, *rows: str) -> list[list[Dictionary]]:
    """Return the cells of a new table; `HD` is a row of a header and a data cell."""
    made = grown(pdf, "Table")
    cells = []
    for row in rows:
        holder = put_in(pdf, made, "TR")
        cells.append([put_in(pdf, holder, f"T{cell}") for cell in row])
    return cells


def table_attributes(cell: Dictionary, **entries: object) -> None:
    """Give a cell attributes of tables."""
    put(cell, A=Dictionary(O=Name.Table, **entries))


def paint(pdf: Pdf, operators: str, **resources: Object) -> None:
    """Paint on the first page as an artifact; each resource is called `X`."""
    write(pdf, f"/Artifact BMC {operators} EMC")
    for category, value in resources.items():
        put(page(pdf).Resources, **{category: Dictionary(X=value)})


def write(pdf: Pdf, operators: str) -> None:
    """Write operators to the end of the first page."""
    pdf.pages[0].contents_add(operators.encode())


def form(pdf: Pdf, operators: str = "", **entries: object) -> Stream:
    """Return a form XObject."""
    made = Stream(pdf, operators.encode())
    put(made, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    put(made, **entries)
    return made


def paint_form(pdf: Pdf, operators: str = "", **entries: object) -> None:
    """Paint a form as an artifact."""
    paint(pdf, "/X Do", XObject=form(pdf, operators, **entries))


def picture(pdf: Pdf, **entries: object) -> Stream:
    """Return a picture of one grey point."""
    made = Stream(pdf, b"\0")
    put(made, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    put(made, ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    put(made, **entries)
    return made


def annotate(
    pdf: Pdf, kind: str, around: str | None = None, **entries: object
) -> Object:
    """Return a new annotation on the first page, in an element where one is named."""
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), F=4))
    put(made, Rect=Array([9, 9, 90, 90]), Contents="Described")
    put(made, **entries)
    page(pdf).Annots.append(made)
    if around is not None:
        held = put_in(pdf, element(pdf, "Document"), around)
        put(held, K=Dictionary(Type=Name.OBJR, Obj=made, Pg=page(pdf)))
        put(made, StructParent=enter_parent(pdf, held))
    return made


def enter_parent(pdf: Pdf, value: Object) -> int:
    """Return the key under which `value` now stands in the parent tree."""
    listed = pdf.Root.StructTreeRoot.ParentTree.Nums
    key = 1 + max(int(listed[at]) for at in range(0, len(listed), 2))
    listed.extend([key, value])
    return key


def tag(
    pdf: Pdf, operators: str, kind: str = "P", around: str = "{}", **entries: object
) -> Dictionary:
    """Write operators as tagged content of a new element, which is returned."""
    made = put_in(pdf, element(pdf, "Document"), kind, Pg=page(pdf), **entries)
    row = next(
        value
        for key, value in numbered(pdf.Root.StructTreeRoot.ParentTree)
        if key == int(page(pdf).StructParents)
    )
    put(made, K=len(row))
    written = f"/{kind} <</MCID {len(row)}>> BDC {operators} EMC"
    write(pdf, around.format(written))
    row.append(made)
    return made


def numbered(tree: Object) -> list[tuple[int, Object]]:
    """Return the entries of a number tree without branches."""
    listed = tree.Nums
    return [(int(listed[at]), listed[at + 1]) for at in range(0, len(listed), 2)]


def attach(pdf: Pdf, data: bytes = b"words", **entries: object) -> Dictionary:
    """Return the specification of a file that is now embedded."""
    stream = Stream(pdf, data)
    put(stream, Type=Name.EmbeddedFile, Subtype=Name("/text/plain"))
    made = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F="a.txt", UF="a.txt", Desc="A text")
    )
    put(made, EF=Dictionary(F=stream, UF=stream), AFRelationship=Name.Data, **entries)
    put(pdf.Root, AF=Array([made]))
    return made
