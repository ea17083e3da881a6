import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.load import load, load_bytes
from schemas.factsheet import FactSheet

ROOT = Path(__file__).parents[2]
SOURCES = sorted(ROOT.glob("sources/*.md"))
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.stem != "README"], ids=lambda p: p.stem
)
def test_every_shipped_sheet_loads_without_a_finding(path: Path) -> None:
    assert load(path).report == ()


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_the_notice_is_the_same_in_every_form(ending: str) -> None:
    written = load(FIXTURES / f"notice.{ending}")
    assert written.report == ()
    assert written.sheet == load(ROOT / "sources/notice.md").sheet


@pytest.mark.parametrize("name", ["kosovo", "notice", "safe-water", "water-data"])
def test_a_sheet_written_as_json_loads_as_itself(name: str) -> None:
    loaded = load(ROOT / f"sources/{name}.md")
    assert loaded.sheet is not None
    data = loaded.sheet.model_dump_json(exclude_defaults=False).encode()
    again = load_bytes(f"{name}.json", data, ROOT / "sources")
    assert (again.report, again.sheet) == ((), loaded.sheet)


def test_places_in_the_report_use_the_path_as_given(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Words.")
    where = Path(os.path.relpath(tmp_path / "a.md"))
    (found,) = load(where).report
    assert str(found.location) == f"{where}:1:1"


def test_parts_of_the_model_know_their_lines() -> None:
    text = (ROOT / "sources/kosovo.md").read_text(encoding="utf-8").split("\n")
    origins = load(ROOT / "sources/kosovo.md").origins

    def line(origin: str) -> str:
        number, column = origins[origin]
        return text[number - 1][column - 1 :]

    assert line("issuer.bureau") == "Bureau of European and Eurasian Affairs"
    assert line("sections[0].blocks[1]").startswith("The United States has been joined")
    assert line("sections[1]") == "## U.S. Assistance to Kosovo"
    assert line("sections[5].blocks[0].items[1]").startswith("- [Department of State K")


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    loaded = load(tmp_path / "no.md")
    (found,) = loaded.report
    assert (loaded.sheet, found.code) == (None, "io")
    assert found.message.endswith("does not exist")


def test_a_folder_and_a_pipe_are_not_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for path in (tmp_path, tmp_path / "pipe.md"):
        assert load(path).report[0].message.endswith("is not a file")


def test_an_unknown_ending_names_the_known_ones() -> None:
    (found,) = load_bytes("sheet.txt", b"Words.").report
    assert found.code == "format"
    assert found.hint == "use one of: .md, .yaml, .yml, .json"


def test_loading_does_not_import_pillow_for_a_sheet_without_pictures() -> None:
    code = (
        "import sys; from pathlib import Path; from pipeline.load import load; "
        f"assert load(Path({str(ROOT / 'sources/kosovo.md')!r})).sheet; "
        "print(sorted({'PIL', 'reportlab', 'docx', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_loaded_sheets_are_immutable() -> None:
    sheet = load(ROOT / "sources/notice.md").sheet
    assert isinstance(sheet, FactSheet)
    with pytest.raises(ValueError, match="frozen"):
        sheet.title = "Other"  # type: ignore[misc]
