"""Which English a text is in, where it shows it: that decides how dates print."""

import re

# Spellings and forms that one side writes and the other does not.
_AMERICAN = re.compile(
    r"\bU\.S\.|\b(?:color|honor|labor|favor|neighbor|behavior|harbor|center|"
    r"defense|program|traveler|fulfill|license plate|percent|toward|"
    r"\w{3,}iz(?:e|es|ed|ing|ation|ations))s?\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December) \d{1,2}, \d{4}"
)
_BRITISH = re.compile(
    r"\b(?:colour|honour|labour|favour|neighbour|behaviour|harbour|centre|defence|"
    r"programme|traveller|fulfil|licence|per cent|towards|organis\w+|recognis\w+|"
    r"realis\w+|authoris\w+|utilis\w+|hospitalis\w+)s?\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December) \d{4}"
)
# So many more signs of one side than of the other are evident.
_FEWEST, _TIMES = 2, 4


def with_region(tag: str, text: str) -> str:
    """Return `tag` with its region where `text` shows it; only English is told."""
    if tag != "en":
        return tag
    american, british = len(_AMERICAN.findall(text)), len(_BRITISH.findall(text))
    if american >= _FEWEST and american >= _TIMES * british:
        return "en-US"
    if british >= _FEWEST and british >= _TIMES * american:
        return "en-GB"
    # The day before the month is the habit of all but the United States.
    return "en-001" if british and not american else tag
