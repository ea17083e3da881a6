"""What breaks each rule of content, colour, graphics, pictures and annotations."""

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from tests.inspect.pdf.changes import (
    Breaks,
    annotate,
    drop,
    element,
    form,
    numbered,
    page,
    paint,
    paint_form,
    picture,
    put,
    put_in,
    tag,
    write,
)
from tests.render.pdf.breaking import link

XFA = (
    b'<config xmlns="http://www.xfa.org/schema/xci/2.6/"><acrobat><acrobat7>'
    b"<dynamicRender>%s</dynamicRender></acrobat7></acrobat></config>"
)


def _tagged_form(pdf: Pdf, times: int) -> None:
    """Show a form whose content is tagged."""
    row = Array([put_in(pdf, element(pdf, "Document"), "P", K=0)])
    key = 1 + max(key for key, _ in numbered(pdf.Root.StructTreeRoot.ParentTree))
    pdf.Root.StructTreeRoot.ParentTree.Nums.extend([key, pdf.make_indirect(row)])
    shown = form(pdf, "/P <</MCID 0>> BDC 0 0 1 1 re f EMC", StructParents=key)
    put(page(pdf).Resources, XObject=Dictionary(X=pdf.make_indirect(shown)))
    write(pdf, "/X Do " * times)


def _borrowing_form(pdf: Pdf) -> None:
    state = pdf.make_indirect(Dictionary(Type=Name.ExtGState))
    put(page(pdf).Resources, ExtGState=Dictionary(S=state))
    paint_form(pdf, "/S gs", Resources=Dictionary())


def _state(**entries: object) -> Callable[[Pdf], None]:
    return lambda pdf: paint(pdf, "/X gs", ExtGState=Dictionary(**entries))


def _space(operators: str, *parts: object) -> Callable[[Pdf], None]:
    return lambda pdf: paint(pdf, operators, ColorSpace=Array(parts))


def _profiled(head: bytes, count: int, operators: str = "") -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        profile = Stream(pdf, head.ljust(128, b"\0"))
        put(profile, N=count)
        state = Dictionary(OP=True, op=True, OPM=1)
        space = Array([Name.ICCBased, pdf.make_indirect(profile)])
        paint(
            pdf, f"{operators} /X cs {'0 ' * count} scn 0 0 1 1 re f",
            ColorSpace=space, ExtGState=state)  # fmt: skip

    return change


def _head(version: int, kind: bytes, space: bytes) -> bytes:
    return bytes(8) + bytes([version, 0, 0, 0]) + kind + space


def _tint(pdf: Pdf, end: int) -> Object:
    return pdf.make_indirect(
        Dictionary(
            FunctionType=2, N=1, Domain=Array([0, 1]),
            C0=Array([0, 0, 0]), C1=Array([end, 0, 0])))  # fmt: skip


def _spots(pdf: Pdf, *ends: int) -> None:
    """Paint with a spot colour of one name for each tint given."""
    spaces = [
        Array([Name.Separation, Name.Gold, Name.DeviceRGB, _tint(pdf, end)])
        for end in ends
    ]
    if len(set(ends)) < len(ends):
        spaces = [spaces[0]] * len(ends)
    names = [f"S{at}" for at in range(len(spaces))]
    painted = " ".join(f"/{name} cs 1 scn 0 0 1 1 re f" for name in names)
    write(pdf, f"/Artifact BMC {painted} EMC")
    listed = Dictionary({f"/{n}": s for n, s in zip(names, spaces, strict=True)})
    put(page(pdf).Resources, ColorSpace=listed)


def _colorants(count: int) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        names = Array([Name(f"/C{at}") for at in range(count)])
        space = Array([Name.DeviceN, names, Name.DeviceRGB, _tint(pdf, 1)])
        paint(pdf, f"/X cs {'0 ' * count} scn 0 0 1 1 re f", ColorSpace=space)

    return change


def _without_intent(pdf: Pdf, operators: str = "") -> None:
    drop(pdf.Root, "OutputIntents")
    write(pdf, f"/Artifact BMC {operators} EMC")


def _shown(**entries: object) -> Callable[[Pdf], None]:
    return lambda pdf: paint(pdf, "/X Do", XObject=picture(pdf, **entries))


def _mask(bits: int) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        mask = picture(pdf, ImageMask=True, BitsPerComponent=bits)
        drop(mask, "ColorSpace")
        paint(pdf, "/X Do", XObject=mask)

    return change


def _second_intent(pdf: Pdf, is_same: bool, **entries: object) -> None:
    first = pdf.Root.OutputIntents[0]
    profile = first.DestOutputProfile
    if not is_same:
        profile = Stream(pdf, profile.read_bytes())
        put(profile, N=3)
    made = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier="x"
    )
    put(made, DestOutputProfile=pdf.make_indirect(profile), **entries)
    pdf.Root.OutputIntents.append(made)  # fmt: skip


def _appearance(kind: str, **states: str) -> Callable[[Pdf], None]:
    """Give a new annotation an appearance: streams, or a dictionary of them."""

    def change(pdf: Pdf) -> None:
        made = annotate(pdf, kind, "Form" if kind == "Widget" else "Annot")
        put(made, FT=Name.Btn, T="field", TU="A field")
        shown = Dictionary()
        for key, form_of in states.items():
            stream = form(pdf)
            held = Dictionary(On=stream) if form_of == "states" else stream
            put(shown, **{key: held})
        put(made, AP=shown)
        put(pdf.Root, AcroForm=Dictionary(Fields=Array([made])))

    return change


def _widget(pdf: Pdf, around: str | None = "Form", **entries: object) -> None:
    made = annotate(pdf, "Widget", around, FT=Name.Tx, T="name", TU="Your name")
    put(made, AP=Dictionary(N=form(pdf)))
    put(made, **entries)
    put(pdf.Root, AcroForm=Dictionary(Fields=Array([made])))


def _xfa(pdf: Pdf, words: bytes) -> None:
    config = Stream(pdf, words)
    put(pdf.Root, AcroForm=Dictionary(Fields=Array(), XFA=Array(["config", config])))


def _silent_widget(pdf: Pdf, **entries: object) -> None:
    drop(pdf.Root, "Lang")
    _widget(pdf, **entries)


BREAKS: Breaks = {
    "artifacts_stand_apart": lambda pdf: tag(pdf, "/Artifact BMC EMC"),
    "tagged_content_stands_apart": lambda pdf: tag(
        pdf, "", around="/Artifact BMC {} EMC"),
    "content_is_tagged": lambda pdf: write(pdf, "0 0 1 1 re f"),
    "forms_belong_once": lambda pdf: _tagged_form(pdf, 2),
    "states_are_not_nested_deeply": lambda pdf: write(pdf, "q " * 29 + "Q " * 29),
    "operators_are_known": lambda pdf: write(pdf, "1 hop"),
    "forms_have_their_resources": _borrowing_form,
    "output_profiles_are_usable": lambda pdf: pdf.Root.OutputIntents[
        0].DestOutputProfile.write(_head(5, b"mntr", b"RGB ")),
    "output_profiles_are_one": lambda pdf: _second_intent(pdf, is_same=False),
    "output_profiles_are_embedded": lambda pdf: _second_intent(
        pdf, is_same=True, DestOutputProfileRef=Dictionary()),
    "profiles_are_usable": _profiled(_head(2, b"link", b"RGB "), 3),
    "profiled_cmyk_does_not_overprint": _profiled(
        _head(2, b"prtr", b"CMYK"), 4, "/X gs"),
    "rgb_has_intent": _without_intent,
    "cmyk_has_intent": lambda pdf: paint(pdf, "0 0 0 1 k 0 0 1 1 re f"),
    "gray_has_intent": lambda pdf: _without_intent(pdf, "0 g 0 0 1 1 re f"),
    "separations_agree": lambda pdf: _spots(pdf, 0, 1),
    "colorants_are_few": _colorants(33),
    "transparency_has_space": lambda pdf: (
        _without_intent(pdf), paint(
            pdf, "/X gs 0 0 1 1 re f", ExtGState=Dictionary(ca=0.5))),
    "states_have_no_transfer": _state(TR=Name.Identity),
    "states_have_default_transfer": _state(TR2=Name.Identity),
    "states_have_no_phase": _state(HTP=Array([0, 0])),
    "halftones_are_of_two_kinds": _state(HT=Dictionary(HalftoneType=6)),
    "halftones_have_no_names": _state(HT=Dictionary(HalftoneType=1, HalftoneName="x")),
    "intents_are_known": lambda pdf: write(pdf, "/Guess ri"),
    "forms_have_no_postscript": lambda pdf: paint_form(pdf, Subtype2=Name.PS),
    "forms_refer_to_no_file": lambda pdf: paint_form(pdf, Ref=Dictionary()),
    "objects_are_no_postscript": lambda pdf: paint_form(pdf, Subtype=Name.PS),
    "blends_are_known": _state(BM=Name.Stir),
    "pictures_have_no_alternates": _shown(Alternates=Array()),
    "pictures_have_no_opi": _shown(OPI=Dictionary()),
    "pictures_are_not_interpolated": _shown(Interpolate=True),
    "pictures_have_plain_depth": _shown(BitsPerComponent=3),
    "masks_have_one_bit": _mask(8),
    "annotations_are_tagged": lambda pdf: annotate(pdf, "Text"),
    "annotations_are_described": lambda pdf: annotate(
        pdf, "Text", "Annot", Contents=""),
    "there_are_no_trap_nets": lambda pdf: annotate(pdf, "TrapNet", "Annot"),
    "annotations_follow_structure": lambda pdf: put(page(pdf), Tabs=Name.R),
    "annotations_have_an_order": lambda pdf: drop(page(pdf), "Tabs"),
    "links_are_tagged": lambda pdf: annotate(pdf, "Link", "Annot"),
    "links_are_tagged_in_2": lambda pdf: annotate(pdf, "Link", "Annot"),
    "links_are_described": lambda pdf: put(link(pdf), Contents=""),
    "marks_of_printers_are_artifacts": lambda pdf: annotate(
        pdf, "PrinterMark", "Annot"),
    "kinds_are_allowed": lambda pdf: annotate(pdf, "Movie", "Annot"),
    "annotations_have_flags": lambda pdf: drop(link(pdf), "F"),
    "annotations_print": lambda pdf: put(link(pdf), F=6),
    "annotations_have_appearances": lambda pdf: annotate(pdf, "Square", "Annot"),
    "appearances_are_normal": _appearance("Square", N="stream", D="stream"),
    "button_appearances_have_states": _appearance("Widget", N="stream"),
    "other_appearances_are_streams": _appearance("Square", N="states"),
    "descriptions_agree": lambda pdf: put(element(pdf, "Link"), Alt="Elsewhere"),
    "field_names_have_language": _silent_widget,
    "forms_are_not_dynamic": lambda pdf: _xfa(
        pdf, XFA % b"required"),
    "forms_are_not_xfa": lambda pdf: _xfa(pdf, b""),
    "fields_are_described": lambda pdf: _widget(pdf, TU=""),
    "widgets_are_tagged": lambda pdf: _widget(pdf, None),
    "form_elements_hold_a_widget": lambda pdf: tag(pdf, "", "Form"),
    "widgets_do_not_act": lambda pdf: _widget(pdf, AA=Dictionary()),
    "appearances_are_there": lambda pdf: put(
        pdf.Root, AcroForm=Dictionary(Fields=Array(), NeedAppearances=True)),
    "forms_have_no_xfa": lambda pdf: _xfa(pdf, b""),
    "rendering_is_not_needed": lambda pdf: put(pdf.Root, NeedsRendering=True),
}  # fmt: skip

SOUND: Breaks = {
    "artifacts_stand_apart": lambda pdf: write(pdf, "/Artifact BMC EMC"),
    "forms_belong_once": lambda pdf: _tagged_form(pdf, 1),
    "states_are_not_nested_deeply": lambda pdf: write(pdf, "q " * 28 + "Q " * 28),
    "forms_have_their_resources": lambda pdf: paint_form(
        pdf, "/S gs", Resources=Dictionary(ExtGState=Dictionary(S=Dictionary()))),
    "output_profiles_are_one": lambda pdf: _second_intent(pdf, is_same=True),
    "output_profiles_are_embedded": lambda pdf: _second_intent(pdf, is_same=True),
    "profiles_are_usable": _profiled(_head(4, b"mntr", b"RGB "), 3),
    "profiled_cmyk_does_not_overprint": _profiled(_head(2, b"prtr", b"CMYK"), 4),
    "cmyk_has_intent": lambda pdf: (
        _profiled(_head(2, b"prtr", b"CMYK"), 4)(pdf),
        put(page(pdf).Resources.ColorSpace, DefaultCMYK=page(
            pdf).Resources.ColorSpace.X),
        write(pdf, "/Artifact BMC 0 0 0 1 k 0 0 1 1 re f EMC")),
    "gray_has_intent": lambda pdf: paint(pdf, "0 g 0 0 1 1 re f"),
    "separations_agree": lambda pdf: _spots(pdf, 1, 1),
    "colorants_are_few": _colorants(32),
    "transparency_has_space": _state(ca=0.5),
    "states_have_no_transfer": _state(LW=1),
    "states_have_default_transfer": _state(TR2=Name.Default),
    "states_have_no_phase": _state(LW=1),
    "halftones_are_of_two_kinds": _state(HT=Dictionary(HalftoneType=5)),
    "halftones_have_no_names": _state(HT=Dictionary(HalftoneType=1)),
    "intents_are_known": lambda pdf: write(pdf, "/Perceptual ri"),
    "forms_have_no_postscript": paint_form,
    "forms_refer_to_no_file": paint_form,
    "objects_are_no_postscript": paint_form,
    "blends_are_known": _state(BM=Name.Multiply),
    "masks_have_one_bit": _mask(1),
    "annotations_are_tagged": lambda pdf: annotate(pdf, "Text", "Annot"),
    "annotations_have_appearances": lambda pdf: annotate(
        pdf, "Square", "Annot", AP=Dictionary(N=form(pdf))),
    "appearances_are_normal": _appearance("Square", N="stream"),
    "button_appearances_have_states": _appearance("Widget", N="states"),
    "other_appearances_are_streams": _appearance("Square", N="stream"),
    "marks_of_printers_are_artifacts": lambda pdf: annotate(pdf, "PrinterMark"),
    "descriptions_agree": lambda pdf: put(
        element(pdf, "Link"), Alt=str(link(pdf).Contents)),
    "field_names_have_language": lambda pdf: (
        _silent_widget(pdf), put(element(pdf, "Form"), Lang="en")),
    "forms_are_not_dynamic": lambda pdf: _xfa(pdf, XFA % b"forbidden"),
    "fields_are_described": _widget,
    "widgets_are_tagged": _widget,
    "form_elements_hold_a_widget": _widget,
    "widgets_do_not_act": _widget,
}  # fmt: skip
