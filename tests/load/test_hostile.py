"""Input made to break a reader: an answer in less than a second, and no exception."""

import time
from collections.abc import Iterator

import pytest

from pipeline.load import load_bytes

HEAD = "---\ntitle: Costs\nissuer: {agency: Treasury}\nissued: 2016-03-17\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture(autouse=True)
def within_seconds() -> Iterator[None]:
    # Half a second at most alone; what blows up takes minutes.
    load_bytes("warm.md", f"{HEAD}---\n*Words.*".encode())
    start = time.process_time()
    yield
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("name", "source", "code"),
    [
        ("a.yaml", "title: " + "[" * 5000, "nesting"),
        ("a.yaml", "title: " + "{a: " * 5000, "nesting"),
        ("a.json", "[" * 200_000, "nesting"),
        ("a.json", '{"a":' * 200_000, "nesting"),
        ("a.json", '{"title": ' + "[" * 200_000 + "]" * 200_000 + "}", "nesting"),
        ("a.yaml", BOMB, "yaml-anchor"),
        ("a.yaml", "a: &a [*a]\n", "yaml-anchor"),
        ("a.json", '{"edition": ' + "9" * 5000 + "}", "number"),
        ("a.yaml", "edition: " + "9" * 5000, "number"),
    ],
)
def test_hostile_data_is_refused(name: str, source: str, code: str) -> None:
    loaded = load_bytes(name, source.encode())
    assert loaded.sheet is None
    assert code in {found.code for found in loaded.report}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (">" * 5000 + " words", "misplaced"),
        ("- " * 5000 + "words", "list-item"),
        ("*" * 3900 + "words", None),
        ("*a **b " * 5000, None),
        ("[" * 90_000 + "words", "nesting"),
        ("![" * 40_000 + "words", "nesting"),
        ("[a] [b " * 12_000, "nesting"),
        ("[a]( " * 16_000 + "words", "link"),
        ("*a [b " * 60 + "c" + "]{lost}*" * 60, "nesting"),
        ("<" * 3900, None),
        ("a" + " ` `` ```" * 10_000, "code"),
        ("a" * 4001, "too-long"),
        ("a " * 50_001, "too-long"),
        ("{" * 3900, None),
        ("[a]{ " * 16_000, "attribute"),
        ("| a " * 31 + "|\n" + "|---" * 31 + "|\n" + "| a " * 31 + "|", "too-long"),
    ],
)
def test_hostile_text_is_answered(body: str, code: str | None) -> None:
    loaded = load_bytes("a.md", f"{HEAD}---\n{body}\n".encode())
    codes = {found.code for found in loaded.report if found.is_error}
    assert codes == ({code} if code else set())


def test_a_title_beyond_the_limit_is_refused() -> None:
    source = HEAD.replace("Costs", "a" * 10_000) + "---\nWords.\n"
    (found,) = load_bytes("a.md", source.encode()).report
    assert found.message == "`title` has 10,000 characters, it may have 200"


def test_a_thousand_headings_alike_load() -> None:
    body = "## Costs\n\nWords.\n\n" * 1000 + "[last](#costs-1000)\n"
    assert load_bytes("a.md", f"{HEAD}---\n{body}".encode()).report == ()


def test_a_table_holds_twenty_thousand_rows_and_not_one_more() -> None:
    row = "| 1 |\n"
    table = f"{HEAD}---\n| a |\n|---|\n"
    assert load_bytes("a.md", (table + row * 5_000).encode()).report == ()
    (found,) = load_bytes("a.md", (table + row * 20_001).encode()).report
    assert found.message == "`rows` has 20,001 entries, it may have 20,000"


def test_front_matter_beyond_the_limit_is_refused() -> None:
    loaded = load_bytes("a.md", f"{HEAD}summary: {'a' * 256_000}\n---\nx\n".encode())
    assert [found.code for found in loaded.report] == ["too-long"]


def test_a_long_address_is_text_like_any_other() -> None:
    url = "https://example.org/" + "a" * 2980
    body = f"See [{url}]({url}).\n\n| {url} |\n|---|\n| [{url}]({url}) |\n"
    assert load_bytes("a.md", f"{HEAD}---\n{body}".encode()).report == ()
