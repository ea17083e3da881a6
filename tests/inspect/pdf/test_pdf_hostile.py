"""Files made to hurt their readers end in findings, soon and without a traceback."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from pipeline.inspect.pdf import STANDARDS, inspect
from pipeline.inspect.pdf.streams import LARGEST
from pipeline.inspect.pdf.tokens import operations
from pipeline.render.pdf.edition import PDF_1_7
from tests.inspect.pdf.changes import changed, element, form, page, put, write
from tests.render.pdf.breaking import sound


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + bytes(999), b"words" * 999]
)
def test_what_is_no_pdf_is_one_finding(data: bytes) -> None:
    (found,) = inspect(data, STANDARDS)
    assert found.rule == "unreadable"


def test_cut_files_are_judged_or_unreadable() -> None:
    data = sound(PDF_1_7)
    for size in range(0, len(data), len(data) // 40):
        assert inspect(data[:size], STANDARDS)


@pytest.mark.parametrize("first", range(1, 61))
def test_damaged_files_are_judged_or_unreadable(first: int) -> None:
    data = bytearray(sound(PDF_1_7))
    for step in range(30):
        where = zlib.crc32(b"%d %d" % (first, step))
        data[where % len(data)] = where >> 24
    for found in inspect(bytes(data), STANDARDS):
        assert found.message


def _circle_of_elements(pdf: Pdf) -> None:
    first = element(pdf, "Document")
    put(element(pdf, "Sect"), K=Array([first, 5, Name.Odd, Array([first])]))


def _circle_of_parents(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot.ParentTree
    put(tree, Kids=Array([pdf.make_indirect(Dictionary(Kids=Array([tree])))]))


def _circle_of_forms(pdf: Pdf) -> None:
    made = pdf.make_indirect(form(pdf, "/X Do /X Do"))
    put(made, Resources=Dictionary(XObject=Dictionary(X=made)))
    put(page(pdf).Resources, XObject=Dictionary(X=made))
    write(pdf, "/X Do")


def _circle_of_actions(pdf: Pdf) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.URI, URI="a:b"))
    put(action, Next=Array([action, action]))
    put(pdf.Root, OpenAction=action)


def _wide_spans(pdf: Pdf) -> None:
    wide = Dictionary(O=Name.Table, ColSpan=2**31 - 1, RowSpan=2**31 - 1)
    put(element(pdf, "TH"), A=wide)


def _wrong_kinds(pdf: Pdf) -> None:
    put(pdf.Root, Lang=5, MarkInfo=Array(), ViewerPreferences=Name.No, OutputIntents=7)
    put(page(pdf), Annots="none", MediaBox=Name.Large, Tabs=Array([Array()]))
    put(pdf.Root.StructTreeRoot, RoleMap=Array(), ClassMap=3, Namespaces=Name.None_)
    for each in page(pdf).Resources.Font.as_dict().values():
        put(each, ToUnicode=3, Encoding=Array())
        put(each.DescendantFonts[0], W=Array([1, 2]), FontDescriptor=Array())


@pytest.mark.parametrize(
    "change",
    [
        _circle_of_elements,
        _circle_of_parents,
        _circle_of_forms,
        _circle_of_actions,
        _wide_spans,
        _wrong_kinds,
    ],
)
def test_what_makes_no_sense_is_judged_all_the_same(change: object) -> None:
    found = inspect(changed(change), STANDARDS)  # type: ignore[arg-type]
    assert {each.rule for each in found} > {"UA2:5-2"}


def test_a_form_in_forms_in_forms_is_followed_once_for_each_way() -> None:
    def nested(pdf: Pdf) -> None:
        shown = pdf.make_indirect(form(pdf, "0 0 1 1 re f"))
        for _ in range(40):
            inner = Dictionary(XObject=Dictionary(X=shown))
            shown = pdf.make_indirect(form(pdf, "/X Do " * 9, Resources=inner))
        put(page(pdf).Resources, XObject=Dictionary(X=shown))
        write(pdf, "/X Do")

    assert "UA1:7.1-3" not in {each.rule for each in inspect(changed(nested), ["2a"])}


def test_a_stream_that_swells_beyond_bounds_is_not_unpacked() -> None:
    def swollen(pdf: Pdf) -> None:
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(LARGEST >> 19))
        stream = pikepdf.Stream(pdf, packed + packer.flush())
        put(stream, Filter=Name.FlateDecode)
        put(page(pdf), Contents=stream)

    with pikepdf.open(BytesIO(sound(PDF_1_7))) as pdf:
        swollen(pdf)
        kept = BytesIO()
        pdf.save(kept, compress_streams=False, recompress_flate=False)
    assert inspect(kept.getvalue(), ["ua1"])


@pytest.mark.parametrize(
    ("stream", "operators"),
    [
        (b"(a(b)\\)c) Tj", [("Tj", [b"a(b))c"])]),
        (b"(no end", []),
        (b"<</A[1 2<</B(x)>>]>> BDC", [("BDC", [{"A": [1.0, 2.0, {"B": b"x"}]}])]),
        (b"[(a) -3 <4>] TJ", [("TJ", [[b"a", -3.0, b"@"]])]),
        (b"BI /W 1 ID \xff EI Q", [("BI", [{"W": 1.0}]), ("Q", [])]),
        (b"/A#42 gs % (remark\nq", [("gs", ["AB"]), ("q", [])]),
        (b"]]>> } -5 w", [("w", [-5.0])]),
        (b"[" * 9999, []),
    ],
)
def test_any_bytes_are_read_as_operators(
    stream: bytes, operators: list[tuple[str, list[object]]]
) -> None:
    assert list(operations(stream)) == operators
