"""Random sheets before the judges that the world uses.

Every PDF goes before veraPDF, one process a claim; every Word file, alternately on
Letter and A4, before the Open XML SDK validator and openxml-audit.
"""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.proof.drawing import Drawn


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(
    files: dict[Path, Drawn], verapdf: list[str], flavour: str
) -> None:
    _judge([file for file in files if file.suffix == ".pdf"], verapdf, flavour)


@pytest.mark.parametrize("flavour", ["ua2", "4f", "wt1a", "wt1r"])
def test_verapdf_finds_nothing_in_pdf_2(
    newer: dict[Path, Drawn], verapdf: list[str], flavour: str
) -> None:
    _judge(list(newer), verapdf, flavour)


def _judge(given: list[Path], verapdf: list[str], flavour: str) -> None:
    command = [*verapdf, "-f", flavour, *given]
    done = subprocess.run(command, capture_output=True, check=False)
    jobs = json.loads(done.stdout)["report"]["jobs"]
    assert len(jobs) == len(given) > 0
    assert [job["itemDetails"]["name"] for job in jobs if not _passes(job)] == []


def _passes(job: dict[str, object]) -> bool:
    results = job.get("validationResult")
    if not isinstance(results, list) or "taskException" in job:
        return False
    return results[0]["compliant"] and not results[0]["details"]["ruleSummaries"]


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
