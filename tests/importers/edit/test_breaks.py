"""Letterheads and lists of pages set as one paragraph come apart; addresses do not."""

from datetime import date

from pipeline.importers.edit import edit
from pipeline.importers.html import HtmlImporter
from schemas.factsheet import FactSheet
from tests.importers.edit.written import PROSE, outline


def _sheet(body: str) -> FactSheet:
    page = f"<!doctype html><html lang=en><body>{body}</body></html>"
    return edit(HtmlImporter().read("page.html", page.encode())).sheet


def test_fields_between_forced_line_ends_are_found() -> None:
    sheet = _sheet(
        "<h1>Relations With Norland</h1><p><b>Bureau of Northern Affairs</b><br>"
        f"<i>Fact Sheet</i><br>March 17, 2016</p><p>{PROSE}</p>"
    )
    assert sheet.issuer.bureau == "Bureau of Northern Affairs"
    assert (sheet.kind, sheet.issued) == ("Fact Sheet", date(2016, 3, 17))
    assert outline(sheet) == ["## ", f"paragraph {PROSE}"]


def test_pages_between_forced_line_ends_are_further_reading() -> None:
    sheet = _sheet(
        f"<h1>Relations With Norland</h1><p>{PROSE}</p><p>For more information:</p>"
        "<p><a href='https://a.gov/1'>Country Page</a><br>"
        "<a href='https://a.gov/2'>Trade Reports</a></p>"
    )
    resources = sheet.sections[-1].blocks[-1]
    assert resources.kind == "resources"
    assert len(resources.items) == 2


def test_the_lines_of_an_address_stay_together() -> None:
    sheet = _sheet(
        f"<h1>Relations With Norland</h1><p>{PROSE}</p>"
        "<p>1 High Street<br>Port Amber</p>"
    )
    assert outline(sheet)[-1] == "paragraph 1 High Street Port Amber"
