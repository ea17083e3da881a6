"""Lines that name who issues a text, told by the words for ministries and their parts.

The words are of languages, never of countries: which body it is, the line itself says.
"""

import re
from enum import Enum

from pipeline.importers.edit.kinds import kind_after_body


class Rank(Enum):
    """How high a body stands in its house."""

    AGENCY = "issuer.agency"
    BUREAU = "issuer.bureau"


# What a body is called at the start of its name. In English each word of a name has a
# capital; other languages may keep them for the first.
_AGENCY_ENGLISH = (
    r"department|ministry|agency|embassy|consulate|high commission|secretariat|"
    r"government(?= of\b|$)|office of the (?:president|prime minister)"
)
_AGENCY_FIRST = (
    r"ministère|ambassade|gouvernement|présidence|secrétariat|agence|consulat|"
    r"préfecture|ministerio|embajada|gobierno|presidencia|secretaría|agencia|consulado|"
    r"departamento|ministério|embaixada|governo|presidência|secretaria|agência|"
    r"ministero|ambasciata|presidenza|agenzia|consolato|dipartimento|"
    r"(?:\w+es )?departement|botschaft|\w*ministerium|bundesamt|regierung|ministerie|"
    r"ministerstw?[oa]|ambasada|urząd|velvyslanectví|ministria|qeveria|ministarstvo|"
    r"veleposlanstvo|министерств[оа]|посольство|правительство|агентство|міністерство|"
    r"министарство|амбасада|влада|kementerian|bộ|đại sứ quán|llywodraeth|adran|"
    r"وزارة|سفارة|هيئة|حكومة|رئاسة|وزارت|سفارت|سازمان|حکومت|משרד|שגרירות|دولت"
)
_AGENCY_LAST = (
    r"department|ministry|agency|administration|commission|authority|secretariat|"
    r"embassy|consulate|high commission|council|institute|registry|service|services|"
    r"board|treasury|cabinet|office|government|ministeriet|departementet|utenriksdep|"
    r"ministeriö|bakanlığı|büyükelçiliği|\w*amt|\w+ministerium|"
    r"मंत्रालय|दूतावास|सरकार"
)
# Written without blanks: the last signs name the body.
_AGENCY_ENDS = (
    r".{1,14}(?:部|署|局|委员会|委員會|大使馆|大使館|国务院|省|庁|외교부|부|대사관)"
)
_BUREAU_ENGLISH = (
    r"bureau|office|division|directorate|branch|unit|section|cent(?:er|re) for"
)
_BUREAU_FIRST = (
    r"direction|sous-direction|service|bureau|dirección|oficina|subsecretaría|direção|"
    r"gabinete|direzione|ufficio|abteilung|referat|departament|департамент|управление|"
    r"отдел|مكتب|إدارة|دفتر|اداره|cục|vụ"
)
_BUREAU_LAST = r"bureau|division|directorate|branch|unit"
# Between the word and the rest of a name in languages that need one.
_OF = r"(?:of|for|on|to|in|the|de|du|des|d['’]|da|do|del|della|dei|di|für|der|des|voor)"
_ENGLISH = re.compile(
    rf"(?:the )?(?:(?:[a-z]\.){{2,}} |u[ks] |(?:\w+ ){{0,3}}?)?"
    rf"(?:{_AGENCY_ENGLISH})\b(?: .*)?",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?:(?:la|le|el|il|das|die|der|l[’']) ?)?(?:{_AGENCY_FIRST})\b(?: .*)?",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"(?:.* )?(?:{_AGENCY_LAST})(?:, [^,]+)?(?: \([A-Za-z]+\))?", re.IGNORECASE
)
_PART = re.compile(
    rf"(?:the )?(?:{_BUREAU_ENGLISH}) {_OF}\b.*|(?:\S+ ){{1,6}}(?:{_BUREAU_LAST})",
    re.IGNORECASE,
)
_PART_FIRST = re.compile(rf"(?:{_BUREAU_FIRST}) {_OF}.*\w", re.IGNORECASE)
_PART_ALONE = re.compile(
    r"(?:департамент|управление|отдел|مكتب|إدارة|دفتر|اداره) .+", re.I
)
_ENDS = re.compile(_AGENCY_ENDS)
_SENTENCE = re.compile(r"[.!?:;،؛。：]$|[!?:;。]|\.\s+[a-z]|\d{3}")
_SMALL_WORDS = (
    "a an and the of for to in on at by with de du des la le les et y e da do dos das "
    "del della dei di und für der die das von zu og och en van voor"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_IMPRINT = re.compile(r"(?P<body>[^,]{4,100}),\s*(?:19|20)\d\d\.?")
_ELIDED = re.compile(r"\b[ld][’']", re.IGNORECASE)
_LONGEST, _MOST_WORDS = 220, 30
# `Embassy Notice` is one label, `Bureau of European Affairs Fact Sheet` are two.
_FEWEST_WORDS = 3
# What may part the body from the kind of text.
_MARKS = " -–—|:"


def rank_of(line: str) -> Rank | None:
    """Return what the body that `line` names is; None where it names none."""
    if (
        len(line) > _LONGEST
        or len(line.split()) > _MOST_WORDS
        or _SENTENCE.search(line)
    ):
        return None
    if _is_part(line):
        return Rank.BUREAU
    if _ENDS.fullmatch(line):
        return Rank.AGENCY
    names_body = _ENGLISH.fullmatch(line) or _LAST.fullmatch(line)
    is_body = (names_body and is_name(line)) or _is_foreign(_FIRST, line)
    return Rank.AGENCY if is_body else None


def _is_part(line: str) -> bool:
    if _PART.fullmatch(line):
        return is_name(line)
    return _is_foreign(_PART_FIRST, line) or _is_foreign(_PART_ALONE, line)


def _is_foreign(pattern: re.Pattern[str], line: str) -> bool:
    """Return whether a line that starts with a capital has the form of a name."""
    return not line[:1].islower() and bool(pattern.fullmatch(line))


def body_and_kind(line: str) -> tuple[int, int] | None:
    """Return where the body's name ends and the kind of text starts; else None.

    For letterheads on one line: `Bureau of Trade Fact Sheet`, `Commission - Notice`.
    """
    at = kind_after_body(line)
    if at is None:
        return None
    body = line[:at].rstrip(_MARKS)
    is_parted = body != line[:at].rstrip()
    is_long = len(body.split()) >= _FEWEST_WORDS
    return (len(body), at) if (is_parted or is_long) and rank_of(body) else None


def published_by(line: str) -> int | None:
    """Return where the body's name ends in `Department of State, 2008`; else None.

    For the imprint of guides and studies, which have a year and no day.
    """
    found = _IMPRINT.fullmatch(line)
    return found.end("body") if found and rank_of(found["body"]) else None


def is_name(line: str) -> bool:
    """Return whether each word of weight starts with a capital, as in names.

    A script without capitals, and a language that keeps them for the first word, show
    nothing by them: the first word decides.
    """
    words = [word.strip("(),&\"'“”’") for word in _ELIDED.sub("", line).split()]
    heavy = [word for word in words if word and word.casefold() not in _SMALL]
    if not heavy or heavy[0][0].islower():
        return False
    if not re.match(r"[A-Z]", heavy[0]):
        return True
    low = sum(word[0].islower() for word in heavy)
    return low * 3 <= len(heavy)
