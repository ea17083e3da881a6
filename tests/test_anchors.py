"""Names of headings: stable, unique, given by the editor where given."""

from pipeline.anchors import anchors, slug
from schemas.factsheet import FactSheet


def sheet(*sections):
    body = tuple({**each, "blocks": (PARAGRAPH,)} for each in sections)
    return FactSheet.model_validate(
        {"title": "T", "issuer": {"agency": "A"}, "issued": "2016-03-17"}
        | {"sections": body}
    )


PARAGRAPH = {"kind": "paragraph", "text": "words"}


def test_a_name_is_made_from_the_words_of_the_heading():
    made = anchors(sheet({"heading": "Kosovo's Économie & Trade"}))
    assert made == {"sections[0]": "kosovos-economie-trade"}


def test_equal_headings_get_numbers_in_order():
    made = anchors(sheet(*[{"heading": "Aid"}] * 3))
    assert list(made.values()) == ["aid", "aid-2", "aid-3"]


def test_a_given_name_is_never_taken_by_a_made_one():
    made = anchors(sheet({"heading": "Aid"}, {"heading": "Help", "name": "aid"}))
    assert list(made.values()) == ["aid-2", "aid"]


def test_a_thousand_equal_headings_have_a_thousand_names():
    made = anchors(sheet(*[{"heading": "Aid"}] * 1000))
    assert len(set(made.values())) == 1000


def test_words_without_latin_letters_still_give_a_name():
    assert slug("العربية") == "section"
