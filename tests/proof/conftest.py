"""Random sheets, drawn, laid out and made into files once for all tests."""

from pathlib import Path

import pytest

from pipeline.layout import lay_out
from pipeline.layout.geometry import geometry
from pipeline.produce import read
from pipeline.render.pdf import PdfRenderer
from pipeline.renderer import Paper, Standard
from pipeline.settings import load_theme
from schemas.theme import Theme
from tests.proof.drawing import RENDERERS, Drawn
from tests.proof.models import count, draw_sheet
from tests.proof.pictures import write_pictures
from tests.proof.reading import Laid


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawn, ...]:
    """Return random sheets that went the way of every sheet: from a file to a tree."""
    folder = tmp_path_factory.mktemp("drawn")
    write_pictures(folder)
    found = []
    for number in range(count()):
        sheet, file = draw_sheet(number), folder / f"{number}.json"
        file.write_text(sheet.model_dump_json(), "utf-8")
        found.append(Drawn(number, sheet, read(file)))
    return tuple(found)


@pytest.fixture(scope="session")
def files(
    drawn: tuple[Drawn, ...], tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Drawn]:
    """Return every random sheet in every format on every paper, as written files."""
    folder = tmp_path_factory.mktemp("files")
    made: dict[Path, Drawn] = {}
    for each in drawn:
        for paper in Paper:
            for renderer in RENDERERS:
                name = f"{each.number}-{paper.name.lower()}{renderer.suffix}"
                (folder / name).write_bytes(each.render(renderer, paper))
                made[folder / name] = each
    return made


@pytest.fixture(scope="session")
def newer(
    drawn: tuple[Drawn, ...], tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Drawn]:
    """Return every random sheet as PDF 2.0, every other one on A4."""
    folder = tmp_path_factory.mktemp("newer")
    made: dict[Path, Drawn] = {}
    for each in drawn:
        paper = list(Paper)[each.number % 2]
        file = folder / f"{each.number}-{paper.name.lower()}.pdf"
        file.write_bytes(each.render(PdfRenderer(), paper, Standard.PDF2))
        made[file] = each
    return made


@pytest.fixture(scope="session")
def ragged(drawn: tuple[Drawn, ...]) -> dict[str, Laid]:
    """Return the pages of every random sheet on every paper, by name."""
    return _laid(drawn, load_theme("bulletin"))


@pytest.fixture(scope="session")
def justified(drawn: tuple[Drawn, ...]) -> dict[str, Laid]:
    """Return the same with the lines of running text stretched to the column."""
    flush = load_theme("bulletin").model_copy(update={"justified": True})
    return _laid(drawn, flush)


def _laid(drawn: tuple[Drawn, ...], theme: Theme) -> dict[str, Laid]:
    return {
        f"sheet {each.number} on {paper.name}": Laid(
            each.document,
            geometry(theme, paper),
            lay_out(each.document, theme, paper),
        )
        for each in drawn
        for paper in Paper
    }
