"""A Word file that we made comes back as the sheet it was made from."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline import build
from pipeline.importers.docx.own import own_draft
from pipeline.load import load
from pipeline.sheets import sheets_in
from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import rendered


@pytest.mark.parametrize(
    "source",
    [each for each in sheets_in(Path("sources")) if each.suffix == ".md"],
    ids=str,
)
def test_our_own_file_gives_the_same_model(source: Path, tmp_path: Path) -> None:
    built = build(source, to=["docx"], out=tmp_path)
    draft = own_draft(f"{source.stem}.docx", built.outputs[0].path.read_bytes())
    assert draft is not None
    assert draft.name == source.stem
    assert draft.sheet == load(source).sheet
    assert draft.guesses == ()


def test_its_pictures_come_along(tmp_path: Path) -> None:
    built = build("sources/water-data.md", to=["docx"], out=tmp_path)
    draft = own_draft("water-data.docx", built.outputs[0].path.read_bytes())
    assert draft is not None
    assert draft.pictures
    for name, data in draft.pictures.items():
        with Image.open(BytesIO(data)) as ours, Image.open(f"sources/{name}") as theirs:
            # Word has its own coding of a picture; what it shows is the same.
            assert ours.convert("RGB").tobytes() == theirs.convert("RGB").tobytes()


def test_a_draft_written_down_loads_as_the_same_sheet(tmp_path: Path) -> None:
    built = build("sources/water-data.md", to=["docx"], out=tmp_path)
    draft = own_draft("water-data.docx", built.outputs[0].path.read_bytes())
    assert draft is not None
    path = tmp_path / "again.md"
    path.write_text(draft.source, "utf-8")
    for name, data in draft.pictures.items():
        (tmp_path / name).write_bytes(data)
    assert load(path).sheet == load(Path("sources/water-data.md")).sheet


def test_a_file_of_another_maker_has_no_such_draft() -> None:
    assert own_draft("x.docx", rendered(kitchen_sink())) is None
    assert own_draft("x.docx", b"no file") is None
