"""What the end and the start of some words tell, in any script."""

import re

# Closing quotes and brackets may follow the mark that ends a sentence.
_CLOSED = re.compile(r"[\"'”’»›)\]）】」』\s]+$")
ENDS = ".!?。！？।॥؟۔…．"
_PAUSES = ",;:،؛：；、，"
_OPENING = re.compile(r"[\"'“‘«‹(\[¿¡（「『\s]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# `Location: Western Africa`, `Telephone: 020 ...`: a short label, then its value.
_LABEL = re.compile(
    r"(?=\S)[^\W_](?:[^:：.!?]|\.(?=[\w)])|(?<=[A-Z])\.){0,48}[:：](?:\s+|(?<=：))(?=\S)"
)


def ends_sentence(text: str) -> bool:
    """Return whether a sentence ends here."""
    bare = _CLOSED.sub("", text[-12:]) if text[-1:] not in ENDS else text
    return bare[-1:] in ENDS and bare != ""


def ends_open(text: str) -> bool:
    """Return whether no mark of a sentence stands at the end."""
    return not ends_sentence(text) and text[-1:] not in _PAUSES


def leads_in(text: str) -> bool:
    """Return whether the words announce what follows them."""
    return text.endswith((":", "："))


def starts_low(text: str) -> bool:
    """Return whether the first letter is small, in a script that has capitals."""
    bare = _OPENING.sub("", text[:8], count=1) if text[:1] in "\"'“‘«‹([" else text
    return bare[:1].islower()


def starts_bare(text: str) -> bool:
    """Return whether the first letter is capital, or of a script without capitals."""
    found = _OPENING.match(text)
    first = text[found.end() if found else 0 :][:1]
    return first.isalnum() and not first.islower()


def has_label(text: str) -> bool:
    """Return whether a short label and its value stand here."""
    return bool(_LABEL.match(text))


def joint(before: str, after: str) -> str:
    """Return what stands between two lines of one paragraph.

    A hyphen at a line end is kept, for it may be the word's own; scripts that write
    no blanks between words have none between lines.
    """
    last, first = before[-1:], after[:1]
    if last in "-\u2010" and before[-2:-1].isalnum() and first.isalnum():
        return ""
    if _UNSPACED.match(last) and _UNSPACED.match(first):
        return ""
    return " "
