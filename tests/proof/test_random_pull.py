"""Whatever a sheet holds and programs do to its Word file, the sheet comes back."""

from pipeline.pull import read_edited
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import Paper
from tests.proof.drawing import Drawn
from tests.pull.mangling import mangled

MANGLINGS = 13
"""For each sheet; over 500 files in the shortest run."""


def test_every_sheet_comes_back_from_its_mangled_file(
    drawn: tuple[Drawn, ...],
) -> None:
    for each in drawn:
        file = each.render(DocxRenderer(), Paper.LETTER)
        source = each.sheet.model_dump_json().encode()
        for number in range(MANGLINGS):
            found = read_edited(mangled(file, f"{each.number} {number}"), [source])
            assert found.sheet == each.sheet, (each.number, number)
            assert found.operations == (), (each.number, number)
