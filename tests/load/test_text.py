import pytest

from pipeline.load import load_bytes
from pipeline.load.text import MAX_SOURCE, decode
from schemas.richtext import plain

SHEET = "---\ntitle: Costs\nissuer: {agency: Treasury}\nissued: 2016-03-17\n---\n"


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xef\xbb\xbf\n"]
)
def test_a_file_without_content_is_refused(data: bytes) -> None:
    (found,) = load_bytes("a.md", data).report
    assert found.code == "empty"
    assert "no content" in found.message


@pytest.mark.parametrize(
    ("data", "message", "line", "guess"),
    [
        (b"one\ntwo \xe9t\xe9", "byte 0xE9 at offset 8 is not UTF-8", 2, "Latin-1"),
        ("one".encode("utf-16"), "byte 0xFF at offset 0 is not UTF-8", 1, "UTF-16"),
        (b"\x93quoted\x94", "byte 0x93 at offset 0 is not UTF-8", 1, "Windows-1252"),
    ],
)
def test_another_encoding_is_named(
    data: bytes, message: str, line: int, guess: str
) -> None:
    text, (found,) = decode("a.md", data)
    assert text is None
    assert found.message == message
    assert found.location is not None
    assert found.location.line == line
    assert guess in (found.hint or "")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_gives_the_same_sheet(end: str) -> None:
    source = SHEET + "One\ntwo.\n\n## Prices\n\n- Three\n- four\n"
    assert "\n" in source
    ended = load_bytes("a.md", source.replace("\n", end).encode())
    assert ended.report == ()
    assert ended.sheet == load_bytes("a.md", source.encode()).sheet


@pytest.mark.parametrize("character", "\0\x01\x0b\x0c\x1b\x7f\x85\ufffe\U0001ffff")
def test_a_control_character_is_refused_at_its_place(character: str) -> None:
    loaded = load_bytes("a.md", f"{SHEET}One\n\ntwo{character}three.".encode())
    (found,) = loaded.report
    assert str(found.location) == "a.md:8:4"
    assert found.message.startswith(f"character U+{ord(character):04X} ")
    assert loaded.sheet is None


@pytest.mark.parametrize("character", "\u202e\u2066\ufffd\U000e0041")
def test_a_character_that_hides_or_reorders_is_a_warning(character: str) -> None:
    loaded = load_bytes("a.md", f"{SHEET}One{character}two.".encode())
    (found,) = loaded.report
    assert (str(found.location), found.is_error) == ("a.md:6:4", False)
    assert loaded.sheet is not None


@pytest.mark.parametrize("character", "\u00a0\u00ad\u200b\u2011")
def test_characters_that_steer_line_ends_are_kept(character: str) -> None:
    loaded = load_bytes("a.md", f"{SHEET}One{character}two.".encode())
    assert loaded.sheet is not None
    (block,) = loaded.sheet.sections[0].blocks
    assert block.kind == "paragraph"
    assert plain(block.text) == f"One{character}two."


def test_a_file_beyond_the_limit_is_refused() -> None:
    (found,) = load_bytes("a.md", b"x" * (MAX_SOURCE + 1)).report
    assert found.code == "too-long"


def test_columns_count_characters_not_bytes() -> None:
    source = SHEET.replace("Treasury", "Trésorerie, colour: red") + "Words."
    (found,) = load_bytes("a.md", source.encode()).report
    assert str(found.location) == "a.md:3:30"
