from pathlib import Path

import pytest

from pipeline.diagnostics import SettingsError
from pipeline.renderer import Paper, Standard
from pipeline.settings import THEMES, load_theme, paper_named, standard_named

BULLETIN = (THEMES / "bulletin.yaml").read_text("utf-8")


@pytest.fixture
def own_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "mine.yaml"
    file.write_text(BULLETIN, "utf-8")
    return file


def test_the_packaged_theme_loads_by_its_name() -> None:
    assert load_theme("bulletin").name == "bulletin"


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean `bulletin`"):
        load_theme("bulettin")


def test_a_theme_of_ones_own_loads_from_its_file(own_theme: Path) -> None:
    own_theme.write_text(BULLETIN.replace("name: bulletin", "name: mine"), "utf-8")
    assert load_theme("mine.yaml").name == "mine"


def test_a_wrong_token_is_named_with_its_line(own_theme: Path) -> None:
    own_theme.write_text(BULLETIN.replace('"#1b1b1b"', "black"), "utf-8")
    with pytest.raises(SettingsError, match=r"mine\.yaml:3:\d+: error\[theme\]"):
        load_theme("mine.yaml")


def test_a_pale_text_colour_is_refused_with_its_contrast(own_theme: Path) -> None:
    own_theme.write_text(BULLETIN.replace("#4c5667", "#8a8a8a"), "utf-8")
    # WCAG's own arithmetic: #8a8a8a on white is 3.45:1.
    with pytest.raises(SettingsError, match=r"muted on paper.*3\.5:1"):
        load_theme("mine.yaml")


def test_a_theme_is_found_from_where_one_stands(
    own_theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_theme.parent / "inner").mkdir()
    monkeypatch.chdir(own_theme.parent / "inner")
    assert load_theme("../mine.yaml").name == "bulletin"
    with pytest.raises(SettingsError, match=r"no theme file `mine\.yaml` in"):
        load_theme("mine.yaml")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: {size: 30", "title: {size: 300", r"type\.title\.size`: 300 pt is not"),
        ("leading: 34", "leading: 3", r"type\.title\.leading`: 3 pt is not"),
        ("leading: 34", "leading: 20", "20 pt apart overlap in type of 30 pt"),
        ("body: {size: 10.5", "body: {size: 60", r"type\.body`?.*(60 pt|overlap)"),
        ("body: {size: 10.5, leading: 13.25}", "body: {size: 17, leading: 20}",
         r"type\.body`: 17 pt is not between 8 and 16"),
        ("gutter: 22, band: 82", "gutter: 22, band: 210", "takes 210 pt of a page"),
        ("letter: {side: 54, top: 66", "letter: {side: 54, top: 780", "780 pt is not"),
        ("letter: {side: 54, top: 66, bottom: 66",
         "letter: {side: 54, top: 290, bottom: 290", "leave 212 pt to the text"),
        ("letter: {side: 54", "letter: {side: 140", "leave 178 pt to the main column"),
        ("indent: 12", "indent: 200", r"spacing\.indent`: 200 pt is not"),
        ("indent: 12", "indent: wide", "`wide` is not a length"),
        ('"#112f5c"', '"#12345"', "`#12345` is not a colour like #112f5c"),
        ("indent: 12", "ident: 12", "did you mean `indent`"),
        ("  small: {size: 9.5, leading: 12.5}\n", "", r"`type\.small` is missing"),
    ],
)  # fmt: skip
def test_measures_that_destroy_a_page_are_refused(
    own_theme: Path, old: str, new: str, told: str
) -> None:
    assert old in BULLETIN
    own_theme.write_text(BULLETIN.replace(old, new, 1), "utf-8")
    with pytest.raises(SettingsError, match=rf"(?s)mine\.yaml:\d+:.*{told}") as refusal:
        load_theme("mine.yaml")
    assert len(refusal.value.findings) == 1


def test_colours_may_be_written_in_capitals(own_theme: Path) -> None:
    own_theme.write_text(BULLETIN.replace("#1b1b1b", "#1B1B1B"), "utf-8")
    assert load_theme("mine.yaml").colors.ink == "#1b1b1b"


def test_a_theme_that_is_not_utf_8_is_refused_with_its_place(own_theme: Path) -> None:
    own_theme.write_bytes(b"name: \xff\n")
    with pytest.raises(SettingsError, match=r"mine\.yaml:1:7: error\[encoding\]"):
        load_theme("mine.yaml")


def test_papers_go_by_their_names() -> None:
    assert paper_named("a4") is Paper.A4
    with pytest.raises(SettingsError, match="did you mean `letter`"):
        paper_named("leter")


def test_standards_go_by_their_names() -> None:
    assert standard_named("pdf2") is Standard.PDF2
    with pytest.raises(SettingsError, match="did you mean `pdf17`"):
        standard_named("pdf1.7")
