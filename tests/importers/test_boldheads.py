"""Bold paragraphs over text are headings that their writers made by hand."""

import pytest

from pipeline.importers.html import HtmlImporter
from tests.importers.manuscripts import told


def _read(body: str) -> list[str]:
    return told(HtmlImporter().read("x.html", body.encode()))


def test_a_bold_paragraph_over_text_becomes_a_heading() -> None:
    assert _read("<p>Text.</p><p><b>Costs</b></p><p>More.</p>") == [
        "p Text.", "h2 Costs", "p More.",
    ]  # fmt: skip


def test_it_stands_below_the_heading_above_it() -> None:
    body = "<h2>Part</h2><p><b>Costs</b><p>Text.<p><b>Risks</b><p>More."
    assert _read(body) == ["h2 Part", "h3 Costs", "p Text.", "h3 Risks", "p More."]


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Do not drink it.</b><p>Text.",
        "<p><b>Costs</b> are high<p>Text.",
        "<p><b>Costs</b>",
        "<p><b>Costs</b><h2>Part</h2>",
        "<p><b>One</b><p><b>Two</b>",
        f"<p><b>{'long ' * 30}</b><p>Text.",
    ],
)
def test_emphasis_is_no_heading(body: str) -> None:
    assert not any(line.startswith("h3") for line in _read(body))
    assert "h2 Costs" not in _read(body)


def test_each_is_reported_as_a_guess() -> None:
    page = HtmlImporter().read("x.html", b"<p><b>Costs</b><p>Text.")
    assert [(each.what, each.value) for each in page.guesses] == [("heading", "Costs")]
