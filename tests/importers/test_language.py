"""The language of a text is told by its script, its small words, and what is said."""

import pytest

from pipeline.importers.language import letters_of, tell_language

SENTENCES = {
    "de": "Die beiden Länder arbeiten seit vielen Jahren zusammen, und der Handel"
    " zwischen ihnen ist für die Wirtschaft des Nordens nicht ohne "
    "Bedeutung.",
    "en": "The two countries have worked together for many years and their trade "
    "is of importance to the people of the north as well as to those of the"
    " south.",
    "fr": "Les deux pays travaillent ensemble depuis de nombreuses années et le "
    "commerce est important pour les habitants du nord et pour ceux du sud.",
    "es": "Los dos países trabajan juntos desde hace muchos años y el comercio es"
    " una parte importante de la economía del norte y de las regiones del "
    "sur.",
    "it": "I due paesi lavorano insieme da molti anni e il commercio è una parte "
    "importante della economia del nord e di quella delle regioni del sud.",
    "pt": "Os dois países trabalham juntos há muitos anos e o comércio é uma "
    "parte importante da economia do norte e das regiões do sul, que não "
    "são poucas.",
    "sq": "Të dy vendet punojnë së bashku prej shumë vitesh dhe tregtia është një"
    " pjesë e rëndësishme e ekonomisë në veri dhe në jug, si dhe për "
    "njerëzit që jetojnë atje.",
    "ru": "Обе страны много лет работают вместе, и торговля между ними важна для "
    "людей.",
    "uk": "Обидві країни багато років працюють разом, і торгівля між ними є "
    "важливою для людей, які живуть на півночі та на півдні.",
    "ar": "تعمل الدولتان معا منذ سنوات عديدة والتجارة بينهما مهمة للناس في الشمال"
    " والجنوب",
    "fa": "دو کشور سال‌های زیادی با هم کار می‌کنند و بازرگانی میان آنها برای مردم"
    " مهم است که در شمال و جنوب زندگی می‌کنند",
    "ur": "دونوں ممالک کئی سالوں سے مل کر کام کر رہے ہیں اور تجارت لوگوں کے لیے اہم ہے",
    "zh-Hans": "两国合作多年，两国之间的贸易对人民来说非常重要。",
    "zh-Hant": "兩國合作多年，兩國之間的貿易對人民來說非常重要。",
    "ja": "両国は長年にわたって協力しており、両国間の貿易は人々にとって重要です。",
    "ko": "두 나라는 여러 해 동안 함께 일해 왔으며 무역은 사람들에게 중요합니다.",
    "nl": "De twee landen werken al vele jaren samen en de handel tussen hen is "
    "van groot belang voor de mensen die in het noorden en in het zuiden "
    "wonen.",
    "pl": "Oba kraje współpracują od wielu lat, a handel między nimi jest ważny "
    "dla ludzi, którzy mieszkają na północy i na południu kraju.",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_or_two_tell_the_language(tag: str) -> None:
    assert tell_language(SENTENCES[tag]).tag == tag


def test_english_of_the_united_states_shows_itself() -> None:
    text = f"{SENTENCES['en']} The U.S. program was organized on March 17, 2016."
    assert tell_language(text).tag == "en-US"


def test_english_of_britain_shows_itself() -> None:
    text = (
        f"{SENTENCES['en']} The programme of the defence centre began on 6 July 2015."
    )
    assert tell_language(text).tag == "en-GB"


def test_english_of_elsewhere_sets_the_day_before_the_month() -> None:
    text = f"{SENTENCES['en']} It began on 6 July 2015."
    assert tell_language(text).tag == "en-001"


def test_what_the_file_says_wins_where_the_script_agrees() -> None:
    assert tell_language(SENTENCES["en"], "en_au").tag == "en-AU"
    assert tell_language(SENTENCES["ru"], "sr-Cyrl").tag == "sr-Cyrl"


@pytest.mark.parametrize("hint", ["en", "xx-unknown", "qqq", "", None])
def test_what_the_file_says_wrongly_does_not_count(hint: str | None) -> None:
    assert tell_language(SENTENCES["ru"], hint).tag == "ru"


def test_digits_alone_tell_hardly_anything() -> None:
    assert tell_language("2014 620,200").confidence < 0.5


def test_letters_of_a_language_are_those_of_its_script() -> None:
    assert letters_of("ar").search("مرحبا")
    assert not letters_of("ar").search("hello 2014")
    assert letters_of("ja").search("漢")
