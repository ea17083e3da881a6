"""Which language a text is in: its script first, then its small words, then a model.

Most texts are told by the small words that every sentence holds; the model, which takes
a second to load, is asked for the others.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from babel.localedata import exists

from pipeline.importers.dialects import with_region
from pipeline.labels import script_of

# Enough words to tell; the rest of a long text is in the same language.
_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Scripts by their letters (Unicode Scripts.txt, the blocks that running text uses).
_SCRIPTS = {
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f",
    "Hebr": "\u05d0-\u05ea",
    "Deva": "\u0904-\u0939\u0958-\u0961",
    "Hang": "\u1100-\u11ff\uac00-\ud7a3",
    "Kana": "\u3041-\u30ff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff",
    "Thai": "\u0e01-\u0e30",
    "Geor": "\u10a0-\u10ff",
    "Armn": "\u0531-\u0587",
    "Beng": "\u0985-\u09b9",
    "Ethi": "\u1200-\u137f",
}
_LETTERS = {name: re.compile(f"[{signs}]") for name, signs in _SCRIPTS.items()}
# Scripts that one language is written in, or one far more than others.
_ALONE = {
    "Hang": "ko", "Kana": "ja", "Thai": "th", "Geor": "ka", "Armn": "hy", "Grek": "el",
    "Hebr": "he", "Beng": "bn", "Ethi": "am",
}  # fmt: skip
# Words without which no paragraph of the language gets along.
_SMALL = {
    "cy": "yn y yr ar ac o i a mae gan neu ein ni eu am bod ei hyn sydd",
    "de": "der die das und in zu den mit von ist des im für auf dem eine nicht sich",
    "en": "the of and to in a is for that with are on as by from be it this or has",
    "es": "de la que el en y los del las por con una para su al es se más como",
    "fr": "de la le les et des en du une est pour que dans qui sur par au avec vous",
    "it": "di e che la il un per in del della non sono con una dei le si alla più",
    "pt": "de a o que e do da em para um com uma os no se na por mais dos como",
    "ru": "и в не на что с по для из к о как или это от при за до вы",
    "sq": "të e në dhe i për me një që nga ka së është janë si më",
    "vi": "và của các là có cho được trong với không một người chúng tôi khi để",
}
_SETS = {lang: frozenset(words.split()) for lang, words in _SMALL.items()}
_SCRIPT_OF_SET = {lang: "Cyrl" if lang == "ru" else "Latn" for lang in _SETS}
# The share of small words in running text, and how far behind the next has to be.
_EVIDENT, _AHEAD = 0.2, 0.62
# Letters that only one of the languages of Arabic script has.
_URDU, _PERSIAN = re.compile("[ٹڈڑےںھ]"), re.compile("[پچژگیک]")
_TRADITIONAL = re.compile("[們這為會來說對個時發與國學關經現點當機開問無後實體]")
_SIMPLIFIED = re.compile("[们这为会来说对个时发与国学关经现点当机开问无后实体]")


@dataclass(frozen=True, slots=True)
class Told:
    """A BCP 47 tag and how sure it is; the script says in which direction it runs."""

    tag: str
    confidence: float


def tell_language(text: str, hint: str | None = None) -> Told:
    """Return the language of `text`.

    What a file says of its language (`hint`) wins where the script agrees with it.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    said = _tag(hint)
    if said and (script is None or _usual_script(said) in (script, None)):
        return Told(said, 0.95)
    if script is None:
        return Told("en", 0.1)
    told = _by_script(sample, script) or _by_small_words(sample, script)
    told = told or _by_model(sample, script)
    return Told(with_region(told.tag, text[: 10 * _SAMPLE]), told.confidence)


def letters_of(tag: str) -> re.Pattern[str]:
    """Return what finds a letter of the script that `tag` is written in."""
    script = _usual_script(tag) or "Latn"
    signs = _SCRIPTS.get(script, "^\\W\\d_") + (_SCRIPTS["Hani"] * (script == "Kana"))
    return re.compile(f"[{signs}]")


def _script(text: str) -> str | None:
    """Return the script of most letters (ISO 15924); any kana makes a text Japanese."""
    counts = Counter({name: len(each.findall(text)) for name, each in _LETTERS.items()})
    # An ideograph says as much as a word of two letters or three.
    counts["Hani"] *= 2
    name, most = counts.most_common(1)[0]
    if name == "Hani" and counts["Kana"] * 10 > counts["Hani"]:
        return "Kana"
    return name if most else None


def _usual_script(tag: str) -> str | None:
    script = script_of(tag)
    same = {"Hans": "Hani", "Hant": "Hani", "Kore": "Hang", "Jpan": "Kana"}
    return same.get(script or "", script)


def _tag(hint: str | None) -> str | None:
    """Return what a file states as a tag, in the letters that tags are written in."""
    parts = re.split(r"[-_]", (hint or "").strip())
    if not re.fullmatch(r"[A-Za-z]{2,3}", parts[0]):
        return None
    tag = [parts[0].lower()]
    if not exists(tag[0]):
        return None
    for part in parts[1:3]:
        if re.fullmatch(r"[A-Za-z]{4}", part):
            tag.append(part.title())
        elif re.fullmatch(r"[A-Za-z]{2}|[0-9]{3}", part):
            tag.append(part.upper())
    return "-".join(tag)


def _by_script(text: str, script: str) -> Told | None:
    if script in _ALONE:
        return Told(_ALONE[script], 0.95)
    match script:
        case "Hani":
            old, new = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
            return Told("zh-Hant" if old > new else "zh-Hans", 0.9)
        case "Arab" if len(_URDU.findall(text)) * 50 > len(text):
            return Told("ur", 0.9)
        case "Arab" if len(_PERSIAN.findall(text)) * 25 < len(text):
            return Told("ar", 0.9)
        case _:
            return None


def _by_small_words(text: str, script: str) -> Told | None:
    words = _WORD.findall(text.lower())
    shares = sorted(
        (sum(word in small for word in words) / max(len(words), 1), lang)
        for lang, small in _SETS.items()
        if _SCRIPT_OF_SET[lang] == script
    )
    best, lang = shares[-1] if shares else (0.0, "")
    second = shares[-2][0] if len(shares) > 1 else 0.0
    # Languages without a list of their own look half like a sister that has one.
    is_sure = best >= _EVIDENT and second <= best * _AHEAD and script == "Latn"
    return Told(lang, 0.95) if is_sure and len(words) >= 12 else None


def _by_model(text: str, script: str) -> Told:
    identifier = _model()
    labels = {
        each
        for each in identifier.labels
        if exists(each) and _usual_script(each) == script
    }
    identifier.set_languages(sorted(labels) or None)
    lang, confidence = identifier.classify(text)
    # A few words tell little, however sure the model is.
    return Told(lang, round(min(float(confidence), 0.9, len(text) / 200), 2))


@cache
def _model():  # type: ignore[no-untyped-def]
    # It brings numpy and loads for a second: only where nothing else tells.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
