"""Edited sequences find what each member was; order is kept."""

from pipeline.pull.alignment import align, ratio, share


def aligned(old: list[str], new: list[str]) -> dict[int, int]:
    return align(old, new, lambda was, now: _likeness(old[was], new[now]))


def _likeness(old: str, new: str) -> float:
    return 2.0 if old == new else ratio(old, new)


def test_the_same_is_the_same() -> None:
    texts = ["a", "b", "a", "", "a"]
    assert aligned(texts, texts) == {index: index for index in range(5)}


def test_short_equal_texts_pair_by_their_neighbours() -> None:
    old = ["Mera", "yes", "Ardel", "yes", "Bresk", "yes"]
    assert aligned(old, ["Mera", "yes", "Bresk", "yes"]) == {0: 0, 1: 1, 2: 4, 3: 5}
    assert aligned(old, ["Ardel", "yes", "yes"]) == {0: 2, 1: 3, 2: 5}


def test_edited_texts_pair_by_what_they_share() -> None:
    old = ["the first step is to read it", "the second step is to write it down"]
    new = ["a new one", "the first step is to look at it", old[1]]
    assert aligned(old, new) == {1: 0, 2: 1}


def test_order_is_kept() -> None:
    assert aligned(["a", "b", "c"], ["c", "a", "b"]) == {1: 0, 2: 1}


def test_long_sequences_without_any_equal_text_still_pair() -> None:
    old = [
        f"text {n} tells of river{n} and of gauge{n} in the north" for n in range(150)
    ]
    new = [text.replace("tells", "speaks") for text in old]
    assert aligned(old, new) == {index: index for index in range(150)}


def test_likeness_of_texts() -> None:
    assert ratio("one two three four", "one two three five") == 0.75
    assert ratio("one two", "three four") == 0.0
    assert share("two three", "one two three four") == 1.0
    assert share("two six", "one two three four") == 0.5
