"""Whatever is done to a Word file, it is refused with reasons or comes home in full."""

from pipeline.pull import Edited, RefusedEditError, read_edited
from pipeline.pull.slots import composed
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import Paper, RenderOptions
from pipeline.settings import load_theme
from schemas.factsheet import FactSheet
from tests.proof.drawing import Drawn
from tests.pull.working import worked_on

DAYS_OF_WORK = 4
"""For each sheet."""


def edits_of(drawn: tuple[Drawn, ...]) -> list[Edited]:
    """Return what came of days of work on every sheet, refusals left out."""
    found = []
    for each in drawn:
        file = each.render(DocxRenderer(), Paper.LETTER)
        for day in range(DAYS_OF_WORK):
            try:
                found.append(read_edited(worked_on(file, f"{each.number} {day}")))
            except RefusedEditError as refused:
                codes = [reason.code for reason in refused.findings]
                assert "lost" not in codes, (each.number, day)
    return found


def rendered(sheet: FactSheet) -> bytes:
    options = RenderOptions(source=sheet.model_dump_json().encode())
    return DocxRenderer().render(composed(sheet), load_theme("bulletin"), options)


def test_edits_come_home_and_stay(drawn: tuple[Drawn, ...]) -> None:
    found = edits_of(drawn)
    assert len(found) > len(drawn)
    for each in found:
        assert (each.sheet == each.base.sheet) == (each.operations == ())
        again = read_edited(rendered(each.sheet))
        assert again.sheet == each.sheet
        assert again.operations == ()
