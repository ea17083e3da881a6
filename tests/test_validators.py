"""Every sheet of `sources` before the judges that the world uses."""

import subprocess
from pathlib import Path

import pytest

from pipeline.renderer import Standard
from tests.verapdf import CLAIMS, judge


def test_every_pdf_keeps_what_it_claims(samples: Path, verapdf: list[str]) -> None:
    files = sorted(samples.rglob("*.pdf"))
    flawless = dict.fromkeys(CLAIMS[Standard.PDF17], ())
    assert files
    assert judge(verapdf, files) == dict.fromkeys(files, flawless)


@pytest.mark.parametrize("office", ["Office2019", "Microsoft365"])
def test_every_word_file_is_valid(
    samples: Path, ooxml_validator: str, office: str
) -> None:
    files = sorted(samples.rglob("*.docx"))
    assert files
    for file in files:
        command = [ooxml_validator, file, "--officeVersion", office]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{file.name}: {done.stdout}"


def test_every_pdf_is_sound_syntax(samples: Path, qpdf: str) -> None:
    for file in samples.rglob("*.pdf"):
        subprocess.run([qpdf, "--check", file], capture_output=True, check=True)
