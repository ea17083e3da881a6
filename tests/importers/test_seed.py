"""The text this project began with, imported, against its sheet made by hand."""

from pathlib import Path

import pytest

from pipeline.produce import read
from schemas.blocks import BulletList, NumberedList, Paragraph, Resources, Section
from schemas.factsheet import FactSheet
from schemas.richtext import plain
from tests.importers.corpus import ROOT, SEED, Text, expected
from tests.importers.importing import import_and_build

Shape = list[tuple[str | None, list[str], "Shape"]]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> FactSheet:
    """Return the seed as a sheet that went through its own source."""
    folder = tmp_path_factory.mktemp("seed")
    text = Text(SEED, expected("kosovo"))
    return _sheet(import_and_build(text, folder).built.source)


def _sheet(source: Path) -> FactSheet:
    sheet = read(source).sheet
    assert sheet is not None
    return sheet


def test_the_seed_has_the_structure_of_the_sheet_made_by_hand(
    imported: FactSheet,
) -> None:
    made = _sheet(ROOT / "sources/kosovo.md")
    assert _shape(imported.sections) == _shape(made.sections)


def test_the_seed_has_the_masthead_of_the_sheet_made_by_hand(
    imported: FactSheet,
) -> None:
    made = _sheet(ROOT / "sources/kosovo.md")
    assert _masthead(imported) == _masthead(made)


def test_the_seed_names_no_agency_and_none_is_invented(imported: FactSheet) -> None:
    assert imported.issuer.agency is None


def _masthead(sheet: FactSheet) -> dict[str, object]:
    return {
        "title": sheet.title,
        "kind": sheet.kind,
        "bureau": sheet.issuer.bureau,
        "issued": sheet.issued,
        "standfirst": plain(sheet.standfirst or ()),
    }


def _shape(sections: tuple[Section, ...]) -> Shape:
    """Return headings, and of each block its kind and words."""
    return [
        (
            plain(section.heading) if section.heading else None,
            [_told(block) for block in section.blocks],
            _shape(section.sections),
        )
        for section in sections
    ]


def _told(block: object) -> str:
    match block:
        case Paragraph():
            return f"p {plain(block.text)}"
        case BulletList() | NumberedList():
            return f"{block.kind} " + " / ".join(plain(i.text) for i in block.items)
        case Resources():
            items = [plain(item.text) for item in block.items]
            return " / ".join(["resources", plain(block.intro or ()), *items])
        case _:
            return str(block)
