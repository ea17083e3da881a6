"""Lines that say who speaks or wrote, and from where: never a title."""

import re

# What offices begin with, in the language of the line.
_OFFICE = (
    r"secretary|(?:prime )?minister|(?:vice )?president|ambassador|director|"
    r"commissioner|spokes(?:person|man|woman)|chancellor|governor|"
    r"under ?secretary|assistant secretary|deputy secretary|administrator|head of|"
    r"chair|ministre|premier ministre|président|ambassadeur|secrétaire|porte-parole|"
    r"ministro|ministra|presidente|embajador|secretari[oa]|portavoz|embaixador|"
    r"ambasciatore|minister|bundes\w+|botschafter|sprecher|"
    r"министр|президент|посол|представитель|ministri|presidenti|ambasadori|"
    r"وزير|رئيس|سفير|وزیر|رئیس|سفیر|سخنگوی"
)
_NAMED = re.compile(
    rf"(?:[^\W\d_][\w.’'-]*\s){{1,4}}[^\W\d_][\w.’'-]*\s?[,،]\s?(?:the )?"
    rf"(?:(?:U\.S\.|UK) )?(?:{_OFFICE})\b.*",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"(?:[Bb]y|(?:Researched and )?[Ww]ritten by|Author:|Автор:)\s+[^\W\d_].{2,80}"
)
# `Washington, D.C.`, `Springfield, IL`: a town and the letters of its region.
_PLACE = re.compile(r"(?:[A-Z][\w.’'-]* ?){1,4}, ?(?:[A-Z]\.?){2,3}")
# `Accra, Ghana`: the town and the land of the body on the line above.
_SEAT = re.compile(r"(?:[A-Z][\w.’'-]* ?){1,3}, ?(?:[A-Z][\w.’'-]* ?){1,3}")
_TOWN = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)?")
_MISSION = re.compile(
    r"\b(?:embass|ambass|ambas|embaj|embaix|botschaft|consul|konsul|посольств|консульств)"
    r"|سفارة|سفارت|قنصلية",
    re.IGNORECASE,
)
_LONGEST = 120


def is_byline(line: str) -> bool:
    """Return whether `line` names a person by an office, or as the author."""
    if len(line) > _LONGEST:
        return False
    return bool(_NAMED.fullmatch(line) or _WRITTEN.fullmatch(line))


def is_place(line: str) -> bool:
    """Return whether `line` is a town and its region."""
    return len(line) < 40 and bool(_PLACE.fullmatch(line))


def is_seat(line: str, body: str) -> bool:
    """Return whether `line` can be where `body` sits: town and land, or the town.

    A town alone is one below the name of an embassy or a consulate.
    """
    is_town = bool(_TOWN.fullmatch(line) and _MISSION.search(body))
    return len(line) < 60 and (is_town or bool(_SEAT.fullmatch(line)))
