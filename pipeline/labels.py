"""Fixed words, dates and numbers in the language of the sheet.

The words are a catalogue kept by hand, never machine translation; dates come from Babel
(CLDR). A language without a catalogue is refused by `check`, not guessed.
"""

from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_skeleton


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of one language; `{}` takes what is named or dated."""

    key_facts: str
    page: str
    as_of: str
    since: str
    not_a_member: str
    telephone: str
    edition: str
    supersedes: str


_CATALOGUE = {
    "cy": Labels(
        "Ffeithiau allweddol", "Tudalen {page} o {pages}", "Ar {}", "Ers {}",
        "Ddim yn aelod", "Ffôn {}", "Rhifyn {}", "Yn disodli: {}",
    ),
    "de": Labels(
        "Auf einen Blick", "Seite {page} von {pages}", "Stand: {}", "Seit {}",
        "Kein Mitglied", "Tel. {}", "Ausgabe {}", "Ersetzt: {}",
    ),
    "en": Labels(
        "Key facts", "Page {page} of {pages}", "As of {}", "Since {}",
        "Not a member", "Tel. {}", "Edition {}", "Replaces: {}",
    ),
    "es": Labels(
        "Datos clave", "Página {page} de {pages}", "Al {}", "Desde {}",
        "No es miembro", "Tel. {}", "Edición {}", "Sustituye a: {}",
    ),
    "fr": Labels(
        "En bref", "Page {page} sur {pages}", "Au {}", "Depuis {}",
        "Non membre", "Tél. {}", "Édition {}", "Remplace : {}",
    ),
    "it": Labels(
        "In breve", "Pagina {page} di {pages}", "Situazione alla data: {}",
        "A partire da: {}", "Non membro", "Tel. {}", "Edizione {}", "Sostituisce: {}",
    ),
    "pt": Labels(
        "Dados principais", "Página {page} de {pages}", "Em {}", "Desde {}",
        "Não é membro", "Tel. {}", "Edição {}", "Substitui: {}",
    ),
    "ru": Labels(
        "Основные факты", "Страница {page} из {pages}", "По состоянию на {}", "С {}",
        "Не является членом", "Тел. {}", "Редакция {}", "Заменяет: {}",
    ),
    "sq": Labels(
        "Fakte kyçe", "Faqja {page} nga {pages}", "Gjendja më {}", "Që nga {}",
        "Nuk është anëtar", "Tel. {}", "Botimi {}", "Zëvendëson: {}",
    ),
    "sr": Labels(
        "Кључне чињенице", "Страна {page} од {pages}", "Стање на дан: {}", "Од: {}",
        "Није члан", "Тел. {}", "Издање {}", "Замењује: {}",
    ),
    "sr-Latn": Labels(
        "Ključne činjenice", "Strana {page} od {pages}", "Stanje na dan: {}", "Od: {}",
        "Nije član", "Tel. {}", "Izdanje {}", "Zamenjuje: {}",
    ),
    "vi": Labels(
        "Thông tin chính", "Trang {page} trên {pages}", "Tính đến {}", "Từ {}",
        "Không phải là thành viên", "ĐT {}", "Ấn bản {}", "Thay thế: {}",
    ),
}  # fmt: skip

LANGUAGES = tuple(_CATALOGUE)
"""Languages (BCP 47) with a catalogue, the script named where it is not the usual."""


def labels_for(lang: str) -> Labels:
    """Return the fixed words of `lang`; raises KeyError for one of no catalogue."""
    language, *rest = lang.split("-")
    written = "-".join([language, *rest[:1]])
    return _CATALOGUE.get(written) or _CATALOGUE[language]


def script_of(lang: str) -> str | None:
    """Return the script that `lang` is written in (ISO 15924), None if not known."""
    language, *rest = lang.split("-")
    if rest and len(rest[0]) == 4:
        return rest[0]
    likely = get_global("likely_subtags")
    usual = likely.get("_".join([language, *rest])) or likely.get(language)
    return usual.split("_")[1] if usual else None


def day(value: date, lang: str) -> str:
    """Return a day as that language writes it: March 17, 2016 or 17 mars 2016."""
    return format_date(value, "long", locale=_locale(lang))


def event_date(text: str, lang: str) -> str:
    """Return EDTF as words: 2012-09 as September 2012, 1999/.. as Since 1999."""
    start, slash, end = text.partition("/")
    if end == "..":
        return labels_for(lang).since.format(_point(start, lang))
    if slash:
        return f"{_point(start, lang)}–{_point(end, lang)}"
    return _point(start, lang)


def _point(text: str, lang: str) -> str:
    parts = [int(part) for part in text.lstrip("?").split("-")]
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        month = date(parts[0], parts[1], 1)
        return format_skeleton("yMMMM", month, locale=_locale(lang))
    return day(date(*parts), lang)


def _locale(lang: str) -> Locale:
    return Locale.parse(lang, sep="-")
