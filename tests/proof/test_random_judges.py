"""Random sheets before the judges that the world uses.

Every PDF goes before veraPDF; every Word file, alternately on Letter and A4, before the
Open XML SDK validator and openxml-audit.
"""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from pipeline.renderer import Standard
from tests.proof.drawing import Drawn
from tests.verapdf import CLAIMS, Verdicts, judge


@pytest.fixture(scope="session")
def verdicts(
    files: dict[Path, Drawn], newer: dict[Path, Drawn], verapdf: list[str]
) -> Verdicts:
    """Return what veraPDF says of every random sheet in either edition."""
    first = [file for file in files if file.suffix == ".pdf"]
    return judge(verapdf, [*first, *newer])


@pytest.mark.parametrize("claim", CLAIMS[Standard.PDF17])
def test_verapdf_finds_nothing(
    files: dict[Path, Drawn], verdicts: Verdicts, claim: str
) -> None:
    given = [file for file in files if file.suffix == ".pdf"]
    assert [file.name for file in given if verdicts[file].get(claim) != ()] == []


@pytest.mark.parametrize("claim", CLAIMS[Standard.PDF2])
def test_verapdf_finds_nothing_in_pdf_2(
    newer: dict[Path, Drawn], verdicts: Verdicts, claim: str
) -> None:
    assert [file.name for file in newer if verdicts[file].get(claim) != ()] == []


@pytest.fixture(scope="session")
def word_files(files: dict[Path, Drawn]) -> list[Path]:
    """Return each sheet as one Word file, every other one on A4."""
    papers = ("letter", "a4")
    return [
        file
        for file, each in files.items()
        if file.name == f"{each.number}-{papers[each.number % 2]}.docx"
    ]


@pytest.mark.parametrize("office", ["Office2019", "Microsoft365"])
def test_the_open_xml_sdk_finds_nothing(
    word_files: list[Path], ooxml_validator: str, office: str
) -> None:
    def judge(file: Path) -> str:
        command = [ooxml_validator, file, "--officeVersion", office]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return f"{file.name}: {done.stdout}" if done.returncode else ""

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(judge, word_files))
    assert [each for each in found if each] == []
    assert found


@pytest.mark.parametrize("office", [FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_openxml_audit_finds_nothing(
    word_files: list[Path], office: FileFormat
) -> None:
    for file in word_files:
        # A validator remembers the notes of the file before.
        errors = OpenXmlValidator(file_format=office).validate(str(file)).errors
        assert [str(each) for each in errors] == [], file.name
