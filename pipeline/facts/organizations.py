"""Names of organizations in a list: "the World Bank, OSCE and the Bank for X and Y".

No organization is known by name: what makes one is a word for a body (bank, union,
council) or an acronym. Where a list may be cut in two ways, it is not cut.
"""

import re

from pipeline.facts.names import CAPITALIZED

_BODY = re.compile(
    r"\b(?:Agency|Alliance|Association|Assembly|Authority|Bank|Bureau|Center|Centre"
    r"|Committee|Commission|Commonwealth|Community|Conference|Congress|Convention|Council"
    r"|Court|Federation|Forum|Fund|Group|Initiative|Institute|Institution|League"
    r"|Movement|Nations|Network|Office|Organi[sz]ation|Parliament|Partnership|Program"
    r"|Programme|Secretariat|Society|Treaty|Tribunal|Union)\b|\b[A-Z]{3,}\b"
)
_LINKED = re.compile(r"\b(?:of|for|on|against|in)\b")
_NAME = re.compile(
    rf"(?:{CAPITALIZED}|\d+)(?:\s(?:{CAPITALIZED}|of|for|on|the|in|and|against|&))*"
)
_SHORT = re.compile(r"\s?\([A-Z][\w-]{1,10}\)")


def organizations(words: str) -> list[str]:
    """Return the organizations that `words` list; none where any part is doubtful."""
    parts = [
        part
        for piece in re.split(r",\s+(?:and\s+)?", words)
        for part in _at_and(_SHORT.sub("", piece).strip())
    ]
    names = [re.sub(r"^the\s", "", part.strip()) for part in parts]
    return names if names and all(map(_is_name, names)) else []


def _at_and(piece: str) -> list[str]:
    """Return the names that "and" joins, or the one name that holds it."""
    parts: list[str] = []
    for part in re.split(r"\sand\s+", piece):
        is_next = part.startswith("the ") or (
            bool(_BODY.search(part)) and bool(parts) and bool(_BODY.search(parts[-1]))
        )
        if parts and not is_next:
            parts[-1] = f"{parts[-1]} and {part}"
        else:
            parts.append(part)
    return parts


def _is_name(name: str) -> bool:
    if not _NAME.fullmatch(name) or not _BODY.search(name):
        return False
    before, joined, after = name.partition(" and ")
    # "Mercosur and the like" may be two; "Security and Cooperation in Europe" is one.
    return not joined or bool(_LINKED.search(before)) or bool(_BODY.search(after))
