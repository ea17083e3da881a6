"""The wheel, installed into an empty environment, builds a sheet in any folder."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from pipeline import Built, build

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", folder]
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, *offline, ROOT], check=True)
    return next(folder.glob("bulletin-*.whl"))


def test_the_wheel_holds_themes_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "pipeline/themes/bulletin.yaml" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        "pipeline",
        "schemas",
        "bulletin",
    }


def test_the_installed_wheel_builds_a_sheet(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv/bin/python"
    site = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        text=True,
    ).strip()
    # The libraries are those of this environment: the test needs no network.
    (Path(site) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = [python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*install, wheel], check=True)
    work = tmp_path / "work"
    work.mkdir()
    command = tmp_path / "venv/bin/bulletin"
    subprocess.run([command, "new", "first"], cwd=work, check=True)
    subprocess.run([command, "build", "sources/first.md"], cwd=work, check=True)
    made = sorted(file.name for file in (work / "output").iterdir())
    assert made == [
        "first.docx",
        "first.pdf",
        "first.report.json",
        "index.html",
        "manifest.json",
    ]


def test_the_library_function_builds_as_the_command_does(tmp_path: Path) -> None:
    built = build(ROOT / "sources/kosovo.md", out=tmp_path)
    assert isinstance(built, Built)
    assert not built.failed
    names = [output.path.name for output in built.outputs]
    assert names == ["kosovo.pdf", "kosovo.docx"]
    assert (tmp_path / "kosovo.pdf").read_bytes().startswith(b"%PDF-1.7")
