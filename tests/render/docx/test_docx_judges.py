"""Word files before other programs: two validators, and LibreOffice as a reader."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import plain, rendered

SHEETS = {"sink": kitchen_sink, "plain": plain}


@pytest.fixture(params=SHEETS)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.docx"
    path.write_bytes(rendered(SHEETS[request.param](), b'{"title":"Rivers"}'))
    return path


@pytest.mark.parametrize("office", [FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_openxml_audit_finds_nothing(file: Path, office: FileFormat) -> None:
    result = OpenXmlValidator(file_format=office).validate(str(file))
    assert [str(each) for each in result.errors] == []


@pytest.mark.parametrize("office", ["Office2019", "Microsoft365"])
def test_the_sdk_validator_finds_nothing(
    file: Path, ooxml_validator: str, office: str
) -> None:
    command = [ooxml_validator, file, "--officeVersion", office]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def tags(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the structure of the tagged PDF that LibreOffice makes of the sink."""
    if not (shutil.which("soffice") and shutil.which("pdfinfo")):
        pytest.skip("needs LibreOffice and poppler's pdfinfo")
    folder = tmp_path_factory.mktemp("office")
    (folder / "sink.docx").write_bytes(rendered(kitchen_sink()))
    tagged = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = [
        "soffice", f"-env:UserInstallation={(folder / 'home').as_uri()}",
        "--headless", "--convert-to", f"pdf:writer_pdf_Export:{tagged}",
        "--outdir", folder, folder / "sink.docx",
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", folder / "sink.pdf"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def count(tags: str, name: str) -> int:
    return len(re.findall(rf"^ *{name}\b(?! \d)", tags, re.MULTILINE))


def test_libreoffice_sees_the_headings(tags: str) -> None:
    assert [count(tags, name) for name in ("H1", "H2", "H3")] == [1, 5, 1]


def test_libreoffice_sees_the_tables_with_their_heads(tags: str) -> None:
    assert count(tags, "Table") == 5
    # Three columns in four tables and six in the wide one; a head repeats on no page.
    assert count(tags, "TH") == 4 * 3 + 6


def test_libreoffice_sees_every_list_item_link_note_and_picture(tags: str) -> None:
    assert count(tags, "LI") == 18
    assert count(tags, "Note") == 2
    # Of three pictures one is an ornament, which LibreOffice 7.4 cannot tell yet.
    assert count(tags, "Figure") in (2, 3)
    for words in ("the table", "office@example.org", "Yearbook of the waters"):
        assert re.search(rf'Link \(inline\)[^"]*"{words}', tags), words
