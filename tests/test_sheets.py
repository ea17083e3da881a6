from pathlib import Path

import pytest

from pipeline.diagnostics import SettingsError
from pipeline.settings import THEMES
from pipeline.sheets import find_sheets, misnamed, plain_name


def test_a_folder_gives_its_sheets_in_name_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.yaml", "c.json", "README.md", "_x.md", ".y.md", "p.png"):
        (tmp_path / name).touch()
    names = [sheet.name for sheet in find_sheets([tmp_path])]
    assert names == ["a.yaml", "b.md", "c.json"]


def test_a_folder_without_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no fact sheet"):
        find_sheets([tmp_path])


def test_two_sheets_with_one_output_name_are_refused(tmp_path: Path) -> None:
    named = [tmp_path / "costs.md", tmp_path / "drafts" / "costs.yaml"]
    with pytest.raises(SettingsError, match=r"would both write `costs`"):
        find_sheets(named)


def test_names_that_differ_in_case_only_are_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="output-name"):
        find_sheets([tmp_path / "Costs.md", tmp_path / "costs.md"])


def test_a_sheet_named_twice_is_built_once(tmp_path: Path) -> None:
    sheet = tmp_path / "costs.md"
    assert find_sheets([sheet, sheet]) == [sheet]


@pytest.mark.parametrize("name", ["kosovo.md", "2026-costs.md", "a.yaml"])
def test_plain_names_are_taken(name: str) -> None:
    assert misnamed(Path(name)) is None


@pytest.mark.parametrize(
    "name",
    ["Kosovo.md", "fact sheet.md", "-x.md", "nul.md", "com1.md", "\u202etxt.md",
     "a:b.md", "x" * 81 + ".md", "çosts.md"],
)  # fmt: skip
def test_other_names_are_refused_with_a_name_that_is_taken(name: str) -> None:
    finding = misnamed(Path(name))
    assert finding is not None
    assert finding.hint is not None
    suggested = finding.hint.split("`")[1]
    assert misnamed(Path(suggested)) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Visit to Rome", "visit-to-rome"),
        ("Überblick 2026!", "uberblick-2026"),
        ("con", "sheet-con"),
        ("東京", "sheet"),
    ],
)
def test_the_nearest_plain_name(words: str, name: str) -> None:
    assert plain_name(words) == name


def test_a_theme_beside_the_sheets_is_not_taken_for_one(tmp_path: Path) -> None:
    theme = (THEMES / "bulletin.yaml").read_text("utf-8")
    (tmp_path / "mine.yaml").write_text(theme, "utf-8")
    (tmp_path / "costs.yaml").write_text("title: Costs\nissuer: {}\n", "utf-8")
    assert find_sheets([tmp_path]) == [tmp_path / "costs.yaml"]
