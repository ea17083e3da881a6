import pytest

from tests.importers.text.reading import accounts, lines, read


@pytest.mark.parametrize(
    "bullet", ["•", "·", "-", "–", "—", "*", "▪", "o ", "\uf0b7", "✅", "»", "--", "→"]
)
def test_signs_of_every_kind_are_bullets(bullet: str) -> None:
    text = f"We want:\n\n{bullet} one thing\n{bullet} another thing\n"
    assert lines(text) == ["p We want:", "- one thing", "- another thing"]


def test_bullets_are_accounted_for() -> None:
    assert accounts(read("\uf0b7 one\n• two")) == [
        ("\uf0b7 ", "MARKER", ""),
        ("• ", "MARKER", ""),
    ]


def test_indents_tell_depths() -> None:
    text = "• a\n  • b\n      • c\n  • d\n• e\n"
    assert lines(text) == ["- a", "  - b", "    - c", "  - d", "- e"]


def test_kinds_of_bullets_tell_depths_where_no_indent_does() -> None:
    assert lines("• a\n– b\n– c\n• d\n") == ["- a", "  - b", "  - c", "- d"]


def test_empty_lines_do_not_end_a_list() -> None:
    assert lines("• a\n\n    • b\n\n• c\n") == ["- a", "  - b", "- c"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."),
        ("1)", "2)"),
        ("(1)", "(2)"),
        ("a)", "b)"),
        ("i.", "ii."),
        ("۱.", "۲."),
        ("१.", "२."),
        ("①", "②"),
        ("1、", "2、"),
    ],
)
def test_numbers_of_every_kind_count(first: str, second: str) -> None:
    text = f"Rules:\n\n{first} be kind.\n{second} be brief.\n"
    assert lines(text)[1:] == ["1. be kind.", "2. be brief."]


def test_a_list_may_start_at_any_number() -> None:
    assert lines("7. seven\n8. eight") == ["7. seven", "8. eight"]


@pytest.mark.parametrize(
    "line",
    ["2016. A year of change.", "A. Smith was named.", "– no, he said.", "5. is odd."],
)
def test_what_only_looks_like_a_marker_stays_words(line: str) -> None:
    assert lines(f"{line}\n\nIt was a long day for all of us.") == [
        f"p {line}",
        "p It was a long day for all of us.",
    ]


def test_wrapped_items_are_whole() -> None:
    text = "- an air ambulance, in case\n  you need to be flown home\n- full cover\n"
    assert lines(text) == [
        "- an air ambulance, in case you need to be flown home",
        "- full cover",
    ]


def test_a_paragraph_below_the_words_of_an_item_belongs_to_it() -> None:
    text = "1. First.\n\n   More of it.\n\n2. Second.\n"
    assert lines(text) == ["1. First.", "+ More of it.", "2. Second."]


def test_bullets_above_their_words_belong_to_them() -> None:
    assert lines("•\nOne\n•\nTwo\n") == ["- One", "- Two"]


def test_bullets_without_words_are_left_out() -> None:
    manuscript = read("Words here.\n\n•\n\n• \n\nMore words.")
    assert [word for word, _, _ in accounts(manuscript)] == ["•", "•"]
    assert len(manuscript.passages) == 2


def test_one_numbered_line_is_a_list_of_one() -> None:
    assert lines("We met.\n\n1. News\n\nWe met again.") == [
        "p We met.",
        "1. News",
        "p We met again.",
    ]


def test_the_letter_o_is_a_bullet_below_others() -> None:
    text = (
        "What we know of it\n\n    * It hurts the young in many ways\n"
        "        o Weak bones\n        o Bad sight\n    * It passes\n"
    )
    assert lines(text)[1:] == [
        "- It hurts the young in many ways", "  - Weak bones", "  - Bad sight",
        "- It passes",
    ]  # fmt: skip


def test_an_address_above_a_bullet_leaves_no_sentence_open() -> None:
    text = (
        "Where to look\n\n- The advice on water is here:\n"
        "  https://www.ministry.gov/ground-water-and-drinking-water\n"
        "- The data are kept in the archive\n"
    )
    assert [line[:10] for line in lines(text)[1:]] == ["- The advi", "- The data"]
