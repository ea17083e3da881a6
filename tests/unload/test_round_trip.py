"""Whatever a sheet holds, its Markdown loads as the same sheet."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from pipeline.load import load, load_bytes
from pipeline.unload import unload
from schemas.factsheet import FactSheet
from tests.proof.models import draw_sheet
from tests.proof.pictures import write_pictures
from tests.unload.nasty import nasty_sheets

SOURCES = Path(__file__).parents[2] / "sources"
SAMPLES = sorted(path for path in SOURCES.glob("*.md") if path.stem != "README")


def loaded_again(sheet: FactSheet, folder: Path | None = None) -> FactSheet | None:
    found = load_bytes("x.md", unload(sheet).encode(), folder)
    assert [str(each) for each in found.report if each.is_error] == []
    return found.sheet


@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_comes_back(source: Path) -> None:
    sheet = load(source).sheet
    assert sheet is not None
    assert loaded_again(sheet, SOURCES) == sheet


def test_random_sheets_come_back(tmp_path: Path) -> None:
    write_pictures(tmp_path)
    for number in range(40):
        sheet = draw_sheet(number)
        assert loaded_again(sheet, tmp_path) == sheet, number


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(nasty_sheets())
def test_sheets_of_the_worst_words_come_back(sheet: FactSheet) -> None:
    assert loaded_again(sheet) == sheet
