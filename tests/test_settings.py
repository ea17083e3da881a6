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


def test_a_theme_outside_the_folder_is_refused(
    own_theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_theme.parent / "inner").mkdir()
    monkeypatch.chdir(own_theme.parent / "inner")
    with pytest.raises(SettingsError, match="not a file in this folder"):
        load_theme("../mine.yaml")


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
