"""Pictures keep their files; their words may change, they themselves may not."""

import pytest

from pipeline.pull import Kind, RefusedEditError, read_edited
from schemas.blocks import Figure, Paragraph, Section
from schemas.factsheet import FactSheet, Issuer
from tests.inspect.docx.packing import BODY, packed, parts_of, repacked
from tests.pull.editing import Body, Edit, built

_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
WORDS, CHART = "Nine gauges on a map.", "A chart that falls."
SHEET = FactSheet(
    title="Rivers",
    issuer=Issuer(agency="Waters", emblem="arms.png", emblem_alt="The arms."),
    sections=(
        Section(
            blocks=(
                Paragraph(text="Look here."),
                Figure(image="map.png", alt=WORDS, caption="The gauges."),
                Figure(image="chart.png", alt=CHART),
                Figure(image="line.png", decorative=True),
            )
        ),
    ),
)


def edited(edit: Edit) -> bytes:
    return repacked(built(SHEET), {BODY: lambda root: edit(root[0])})


def describe(old: str, new: str) -> Edit:
    def edit(body: Body) -> None:
        for each in body.iter(_PLACE):
            if each.get("descr") == old:
                each.set("descr", new)

    return edit


def test_unedited_pictures_are_the_same() -> None:
    assert read_edited(built(SHEET)).sheet == SHEET


@pytest.mark.parametrize(
    ("old", "block"), [(WORDS, 1), (CHART, 2)]
)  # fmt: skip
def test_new_words_of_a_picture_come_home(old: str, block: int) -> None:
    found = read_edited(edited(describe(old, "Something else entirely.")))
    assert [each.kind for each in found.operations] == [Kind.PICTURE]
    figure = found.sheet.sections[0].blocks[block]
    assert isinstance(figure, Figure)
    assert figure.alt == "Something else entirely."
    assert figure.image == SHEET.sections[0].blocks[block].image  # type: ignore[union-attr]


def test_new_words_of_the_emblem_come_home() -> None:
    found = read_edited(edited(describe("The arms.", "A river and a star.")))
    assert found.sheet.issuer.emblem_alt == "A river and a star."
    assert [each.kind for each in found.operations] == [Kind.PICTURE]


def test_a_deleted_picture_is_gone_with_its_caption() -> None:
    def edit(body: Body) -> None:
        place = next(each for each in body.iter(_PLACE) if each.get("descr") == WORDS)
        paragraph = next(each for each in place.iterancestors() if each in body)
        body.remove(paragraph.getnext())
        body.remove(paragraph)

    found = read_edited(edited(edit))
    assert [each.kind for each in found.operations] == [Kind.DELETED, Kind.DELETED]
    assert len(found.sheet.sections[0].blocks) == 3


@pytest.mark.parametrize(("part", "name"), [(1, "arms.png"), (3, "chart.png")])
def test_another_picture_in_its_place_is_refused(part: int, name: str) -> None:
    parts = parts_of(built(SHEET))
    parts[f"word/media/image{part}.png"] = b"another"
    with pytest.raises(RefusedEditError, match=f"another picture than `{name}`"):
        read_edited(packed(parts))


def test_a_new_picture_is_refused() -> None:
    without = SHEET.sections[0].model_copy(
        update={"blocks": SHEET.sections[0].blocks[:1]}
    )
    smaller = SHEET.model_copy(update={"sections": (without,)})
    with pytest.raises(RefusedEditError, match="this picture is new"):
        read_edited(built(SHEET), base=read_edited(built(smaller)).base)
