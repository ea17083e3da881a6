"""The laws of a three-way merge, and what it does where both sides changed."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.pull.diff3 import Agreed, Clash, merge3

_ITEMS = st.lists(st.integers(0, 6), max_size=12)


def _merged(base: list[int], ours: list[int], theirs: list[int]) -> list[int] | None:
    pieces = list(merge3(base, ours, theirs))
    if any(isinstance(piece, Clash) for piece in pieces):
        return None
    return [item for piece in pieces if isinstance(piece, Agreed)
            for item in piece.items]  # fmt: skip


@given(_ITEMS, _ITEMS)
def test_what_one_side_alone_changed_is_taken(base: list[int], new: list[int]) -> None:
    assert _merged(base, base, new) == new
    assert _merged(base, new, base) == new


@given(_ITEMS, _ITEMS)
def test_what_both_changed_alike_is_taken_once(base: list[int], new: list[int]) -> None:
    assert _merged(base, new, new) == new


@given(_ITEMS, _ITEMS, _ITEMS)
def test_no_item_of_either_side_is_dropped_unseen(
    base: list[int], ours: list[int], theirs: list[int]
) -> None:
    told = [
        item
        for piece in merge3(base, ours, theirs)
        for items in (
            (piece.items,) if isinstance(piece, Agreed) else (piece.ours, piece.theirs)
        )
        for item in items
    ]
    assert {*ours} - {*base} <= {*told}
    assert {*theirs} - {*base} <= {*told}


def test_changes_apart_are_both_taken() -> None:
    assert _merged([1, 2, 3, 4, 5], [1, 9, 3, 4, 5], [1, 2, 3, 4, 8]) == [1, 9, 3, 4, 8]


def test_different_changes_of_one_place_clash() -> None:
    assert list(merge3([1, 2, 3], [1, 7, 3], [1, 8, 3])) == [
        Agreed((1,)), Clash((2,), (7,), (8,)), Agreed((3,)),
    ]  # fmt: skip
