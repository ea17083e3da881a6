"""Phone numbers, as the numbering plans of their countries know them.

For contact lines and addresses in running text. A number that names no country is read
by the region of the language, and only behind a word or with the look of a number.
"""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher, is_valid_number

from pipeline.facts.fact import Finding, Kind

# Where a number may stand; the library, which is slow, looks at nothing else.
_CANDIDATE = re.compile(
    r"(?<![\w./-])(?:\+|\()?\d[\d()./ \u00a0\u2010-\u2013-]{5,24}\d(?![\w/])"
)
_LABEL = re.compile(
    r"(?:\b(?:tel|telephone|phone|call|mobile|cell|hotline|ph|tél|téléphone|telefon"
    r"|teléfono|telefone|fon|тел|ĐT)\b|☎|📞)[\s.:()]*$",
    re.IGNORECASE,
)
_FAX = re.compile(r"\b(?:tele)?fax\b[\s.:()]*$", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d\b")
_GROUPED = re.compile(r"\d[ \u00a0).\u2010-\u2013-]+\d")


def phones(text: str, language: str) -> Iterator[Finding]:
    """Yield the phone numbers of `text`, as they are written; faxes are none."""
    region = region_of(language)
    for candidate in _CANDIDATE.finditer(text):
        before = text[max(candidate.start() - 20, 0) : candidate.start()]
        if _FAX.search(before) or _MOMENT.match(candidate[0]):
            continue
        is_named = bool(_LABEL.search(before))
        written = candidate[0]
        is_abroad = written.startswith("+")
        if not (is_abroad or (region and (is_named or _GROUPED.search(written)))):
            continue
        for match in PhoneNumberMatcher(written, region, Leniency.VALID):
            if is_valid_number(match.number):
                start = candidate.start() + match.start
                confidence = 0.95 if is_named else 0.85 if is_abroad else 0.7
                end = start + len(match.raw_string)
                yield Finding(Kind.PHONE, match.raw_string, start, end, confidence)


def region_of(language: str) -> str | None:
    """Return the region that a language tag names, such as US in en-US."""
    last = language.rpartition("-")[2]
    return last if len(last) == 2 and last.isupper() else None
