import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import judges

ROOT = Path(__file__).parents[1]
PLUGIN = Path(__file__).parent / "plugin"

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SHEET = """\
---
title: {title}
issuer: {{agency: Ministry of Tests}}
issued: 2026-01-31
---

{text}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; their difference is what to review",
    )


def pytest_report_header() -> list[str]:
    """Say which outside judges there are, with their versions."""
    return judges.versions(ROOT / ".cache")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that holds text against a file in `golden`."""

    def hold(name: str, text: str) -> None:
        file = ROOT / "tests/golden" / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8", newline="\n")
        assert text.splitlines() == file.read_text("utf-8").splitlines()

    return hold


@pytest.fixture(scope="session")
def plugin_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which pip installed the tests' own renderer package."""
    site = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "plugin"
    shutil.copytree(PLUGIN, source)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", site]
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, *offline, source], check=True)
    return site


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder to work in, with an empty folder `sources`."""
    (tmp_path / "sources").mkdir()
    return tmp_path


@pytest.fixture
def bulletin(place: Path, plugin_site: Path) -> Run:
    """Return a function that runs the command in `place`, with the `plain` format."""

    def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        command = [str(Path(sys.executable).with_name("bulletin")), *arguments]
        environment = os.environ | {"PYTHONPATH": str(plugin_site)} | settings
        return subprocess.run(
            command,
            cwd=place,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def write_sheet(place: Path) -> Callable[..., Path]:
    """Return a function that writes a sheet into `sources`."""

    def write(name: str, title: str = "Costs", text: str = "It costs much.") -> Path:
        path = place / "sources" / name
        path.write_text(SHEET.format(title=title, text=text), "utf-8")
        return path

    return write


def _tool(found: object, what: str) -> None:
    """Skip the test where a tool is missing; fail where the machine must have it."""
    if found:
        return
    message = f"{what} is missing: `make test` says how to get it"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def verapdf() -> list[str]:
    """Return the command that judges PDF files; `-f FLAVOUR FILE...` follow."""
    named = os.environ.get("BULLETIN_VERAPDF")
    jars = [named] if named else sorted((ROOT / ".cache/verapdf").glob("cli-*.jar"))
    _tool(jars and shutil.which("java"), "veraPDF")
    return ["java", "-jar", str(jars[0]), "--format", "json"]


@pytest.fixture(scope="session")
def ooxml_validator() -> str:
    """Return the command that judges Word files; a file and its version follow."""
    cached = ROOT / ".cache/ooxml/node_modules/.bin/ooxml-validator"
    command = os.environ.get("BULLETIN_OOXML_VALIDATOR", str(cached))
    _tool(shutil.which(command), "the Open XML SDK validator")
    return command


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every sheet of `sources`, on Letter and on A4."""
    folder = tmp_path_factory.mktemp("samples")
    command = [Path(sys.executable).with_name("bulletin"), "build", "sources"]
    for paper in ("letter", "a4"):
        chosen = ["--paper", paper, "--out", folder / paper]
        subprocess.run([*command, *chosen], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def qpdf() -> str:
    """Return the command `qpdf`."""
    found = shutil.which("qpdf")
    _tool(found, "qpdf")
    return str(found)
