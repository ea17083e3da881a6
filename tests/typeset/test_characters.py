import pytest

from pipeline.diagnostics import Diagnostic
from pipeline.styles import Family, TextStyle
from pipeline.tree import Text
from pipeline.typeset.itemise import Itemiser
from pipeline.typeset.paragraph import SetLine, set_lines
from schemas.theme import Faces

BODY = TextStyle(Family.TEXT, 10, 13, "#000000")
FACES = Faces(
    text="Source Serif 4", label="Source Sans 3", word_text="x", word_label="y"
)


def set_text(text: str) -> tuple[tuple[SetLine, ...], list[Diagnostic]]:
    itemiser = Itemiser(FACES, "#0000ff")
    lines = set_lines(itemiser, (Text(text),), BODY, 200, "en", "sections[0].text")
    return lines, itemiser.findings


def test_other_family_steps_in_for_a_missing_letter() -> None:
    # U+01DD is in Source Sans 3 and not in Source Serif 4.
    lines, findings = set_text("kǝm")
    assert not findings
    assert [part.face.family for part in lines[0].fragments] == [
        "Source Serif 4", "Source Sans 3", "Source Serif 4",
    ]  # fmt: skip


def test_mark_follows_its_letter_into_the_other_family() -> None:
    lines, findings = set_text("ǝ\u0301")
    assert not findings
    assert [part.face.family for part in lines[0].fragments] == ["Source Sans 3"]


def test_character_that_no_font_has_is_named_with_its_place() -> None:
    _, findings = set_text("all well 😀")
    assert [found.code for found in findings] == ["missing-glyph"]
    assert "`😀` (U+1F600)" in findings[0].message
    assert findings[0].origin == "sections[0].text"


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("سلام", "Arabic"),
        ("שלום", "Hebrew"),
        ("नमस्ते", "Indic"),
        ("日本語", "Chinese or Japanese"),
        ("한국어", "Korean"),
    ],
)
def test_script_that_cannot_be_set_is_refused_by_name(word: str, script: str) -> None:
    _, findings = set_text(f"hello {word} there")
    assert [found.code for found in findings] == ["script"]
    assert script in findings[0].message


@pytest.mark.parametrize("word", ["Ελλάδα", "Косово", "Đà Nẵng", "№ 5 ≤ 3 m²"])
def test_greek_cyrillic_and_signs_are_set(word: str) -> None:
    assert set_text(word)[1] == []


def test_every_finding_of_a_text_is_collected() -> None:
    _, findings = set_text("😀 then 🚀 then עברית")
    assert [found.code for found in findings] == [
        "missing-glyph", "missing-glyph", "script",
    ]  # fmt: skip
