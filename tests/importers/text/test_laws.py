import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.text import TextImporter
from pipeline.importers.text.importer import is_markdown
from tests.importers.corpus import Text, texts
from tests.importers.text.laws import broken_laws

# What the rules look at, in any order and company.
PIECES = st.sampled_from(
    [
        *"\n\t .:;-–—*•·|#[]()_=+~ob1290iIvAZ%/@\\{}<>&`'\"",
        *"\xa0\xad\u200b\u200c\u2060\ufeff\u202f\u3000\uf0b7\ufffd\u2028\x0b\x0c\x85\x1c",
        *"\x00\x07\x81\u0301é中あ한اس١۲हि🎯\ufe0f³¹①一、。：？",
        *[
            "\n\n",
            "    ",
            "- ",
            "• ",
            "1. ",
            "2) ",
            "a) ",
            "ii. ",
            "## ",
            "[1]",
            "[2] ",
        ],
        *["---", "***", "###", "====", "| a | b |", "|---|", "-----  ----", "\tx\t"],
        *["a  b  c", "Word", "words of prose.", "Label: value", "LOUD", "U.S.", "1.2 "],
        *[
            "https://a.org/x",
            "www.b.gov",
            "c@d.eu",
            "â€™",
            "Ã©",
            "â€œ",
            "â€\ufffd",
            "&amp;",
        ],
        *[
            "\n.. note:: x :a: b",
            "x   ##y",
            "Treaty, 1939.",
            "{#id}",
            "10 May 2020",
            "word, ",
        ],
    ]
)
PATCHWORK = st.lists(PIECES, max_size=60).map("".join)


def laws_broken_by(data: bytes) -> list[str]:
    try:
        return broken_laws(TextImporter().read("x.txt", data))
    except ImportRefusedError:
        return []


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.name)
def test_the_corpus_is_read_without_loss(text: Text) -> None:
    assert laws_broken_by(text.path.read_bytes()) == []


@settings(max_examples=600, deadline=None)
@given(PATCHWORK)
def test_any_patchwork_of_what_rules_look_at_is_read_without_loss(text: str) -> None:
    if not is_markdown(text):
        assert laws_broken_by(text.encode()) == []


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_loss(text: str) -> None:
    assert laws_broken_by(text.encode("utf-8", "replace")) == []


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert laws_broken_by(data) == []


@settings(max_examples=100, deadline=None)
@given(PATCHWORK, st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]))
def test_marked_encodings_are_read_alike(text: str, encoding: str) -> None:
    text = text.replace("\0", "").lstrip("\ufeff")
    plain = TextImporter().read("x.txt", text.encode())
    marked = TextImporter().read("x.txt", text.encode(encoding))
    assert marked.passages == plain.passages
