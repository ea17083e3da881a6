"""Words compare equal where only white space and invisible characters differ."""

from pipeline.words import normalized


def test_white_space_of_any_kind_is_one_space():
    assert normalized("  a\u00a0b\u202fc\n d ") == "a b c d"


def test_soft_hyphens_and_zero_width_spaces_are_no_words():
    assert normalized("Koso\u00advo and\u200b/\u200bor") == "Kosovo and/or"


def test_case_and_punctuation_count():
    assert normalized("Kosovo’s") != normalized("Kosovo's")
