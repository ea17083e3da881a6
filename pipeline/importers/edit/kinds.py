"""Lines that say what a document is: Fact Sheet, Communiqué de presse, بيان صحفي."""

import re

# The last words of the label in languages that end with what it is.
_LAST = (
    r"fact ?sheets?|background notes?|backgrounder|press releases?|press statements?|"
    r"press notes?|press advisor(?:y|ies)|press briefings?|media notes?|media advisory|"
    r"media releases?|news releases?|media statement|press guidance|policy briefs?|"
    r"information sheet|information note|information notice|data sheet|travel advisory|"
    r"public notice|notice to the press|notice|statement|joint statement|"
    r"special briefing|taken question|question taken|remarks|readout|"
    r"pressemitteilung|presseerklärung|faktenblatt|merkblatt|hintergrundpapier|"
    r"informationsblatt|pressmeddelande|faktablad|pressemeddelelse|pressemelding|"
    r"factsheet|persbericht|tiedote|basın açıklaması|bilgi notu|प्रेस विज्ञप्ति|तथ्य पत्रक|"
    r"概况|情况说明|新闻稿|聲明|声明|背景资料|プレスリリース|ファクトシート|보도자료|팩트시트"
)
# The first words in languages that begin with it.
_FIRST = (
    r"fiche d[’']information|fiche d[’']actualité|communiqué de presse|communiqué|"
    r"note d[’']information|dossier de presse|déclaration|hoja informativa|"
    r"ficha informativa|nota informativa|comunicado de prensa|nota de prensa|"
    r"comunicado|ficha informativa|folha informativa|nota à imprensa|"
    r"comunicado de imprensa|scheda informativa|comunicato stampa|nota informativa|"
    r"информационный бюллетень|информационный листок|справка|пресс-релиз|"
    r"сообщение для сми|заявление для прессы|прес-реліз|саопштење|saopštenje|"
    r"komunikat prasowy|tisková zpráva|tlačová správa|deklaratë për shtyp|"
    r"komunikatë|fletë informative|thông cáo báo chí|tờ thông tin|siaran pers|"
    r"بيان صحفي|صحيفة وقائع|بيان حقائق|نشرة صحفية|بیانیه مطبوعاتی|بیانیه|برگه اطلاعات|"
    r"اعلامیہ|پریس ریلیز|הודעה לעיתונות|datganiad i[’']r wasg|taflen ffeithiau"
)
_KIND = re.compile(
    # With the number of the release, as in `Nota à imprensa nº 45`.
    rf"(?:(?:[\w’'/&-]+ ){{0,4}}?(?:{_LAST})|(?:{_FIRST})(?: \w+)?)"
    r"(?:,? (?:no\.?|nr\.?|n[°º]\.?|№) ?\d[\d./-]*)?",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(rf"(?:{_LAST}|{_FIRST})\s?:\s+\S", re.IGNORECASE)
# `Release No. 16-45`, `No. 123`, `MDA/2015/025`, `2016/123`.
_NUMBER = re.compile(
    r"(?:(?:press |media |news )?(?:release|note|notice|statement|document) )?"
    r"(?:no\.?|number|nr\.?|n[°ºo]\.?|№)\s*[:.]?\s*[\w./-]*\d[\w./-]*"
    r"|(?:[A-Z]{2,6}:? ?)?(?:19|20)\d\d/\d{1,5}|[A-Z]{2,6}(?:[-/]\d{1,5}){1,3}",
    re.IGNORECASE,
)
_ENDING = re.compile(rf"(?<=\S)\s+(?P<kind>{_LAST})$", re.IGNORECASE)
_STATUS = re.compile(
    r"for immediate release|for release|not for release|embargoed|under embargo|"
    r"zur sofortigen|sperrfrist|frei zur veröffentlichung|pour diffusion|sous embargo|"
    r"para (?:su )?(?:publicación|difusión|divulgação) ?\w*|bajo embargo|"
    r"per (?:la )?diffusione|для немедленн\w+|эмбарго|للنشر",
    re.IGNORECASE,
)
_LONGEST = 60


def is_kind(line: str) -> bool:
    """Return whether `line` says what the document is, and nothing else."""
    return len(line) <= _LONGEST and bool(_KIND.fullmatch(line))


def kind_after_body(line: str) -> int | None:
    """Return where a kind starts behind other words of a line; None where none does."""
    found = _ENDING.search(line) if len(line) < 200 else None
    return found.start("kind") if found else None


def announces_kind(line: str) -> bool:
    """Return whether `line` starts by what the document is, as `FACT SHEET: …`."""
    return bool(_ANNOUNCED.match(line))


def is_status(line: str) -> bool:
    """Return whether `line` says when a release may be used."""
    return len(line) <= _LONGEST and bool(_STATUS.match(line))


def is_number(line: str) -> bool:
    """Return whether `line` is the number that a release is filed under."""
    return len(line) <= _LONGEST and bool(_NUMBER.fullmatch(line))
