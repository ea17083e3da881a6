"""The Open XML SDK's validator, called for, and its words as findings."""

from pathlib import Path

import pytest

from pipeline.diagnostics import SettingsError
from pipeline.inspect.openxmlsdk import (
    find_openxml_sdk,
    judge_with_openxml_sdk,
    openxml_sdk_version,
)
from tests.inspect.docx.breakage import say, sound
from tests.inspect.docx.packing import BODY, repacked


@pytest.fixture
def installed(ooxml_validator: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("BULLETIN_OOXML_VALIDATOR", ooxml_validator)
    return ooxml_validator


def test_it_finds_nothing_in_a_sound_file(installed: str, tmp_path: Path) -> None:
    path = tmp_path / "sink.docx"
    path.write_bytes(sound())
    assert judge_with_openxml_sdk(path) == ()


def test_it_says_once_what_two_versions_say(installed: str, tmp_path: Path) -> None:
    path = tmp_path / "-sink.docx"
    path.write_bytes(repacked(sound(), {BODY: say("<w:bogus/>")}))
    [found] = judge_with_openxml_sdk(path)
    assert found.code == "SDK:Sch_InvalidElementContentExpectingComplex"
    assert found.message.startswith("`/word/document.xml/w:document[1]/w:body[1]/w:p[")


def test_a_file_that_it_cannot_read_is_a_finding(
    installed: str, tmp_path: Path
) -> None:
    path = tmp_path / "no.docx"
    path.write_bytes(b"no")
    [found] = judge_with_openxml_sdk(path)
    assert found.code == "SDK:Exception"


def test_its_version_is_that_of_the_package(installed: str) -> None:
    assert openxml_sdk_version(installed) == "0.4.0"


def test_without_it_the_hint_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_OOXML_VALIDATOR", str(tmp_path / "nothing"))
    assert find_openxml_sdk() is None
    with pytest.raises(SettingsError, match="npm install"):
        judge_with_openxml_sdk(tmp_path / "a.docx")


def test_a_command_that_is_another_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "validator"
    command.write_text("#!/bin/sh\necho hello\n")
    command.chmod(0o755)
    monkeypatch.setenv("BULLETIN_OOXML_VALIDATOR", str(command))
    with pytest.raises(SettingsError, match="does not run"):
        judge_with_openxml_sdk(tmp_path / "a.docx")
