"""The account of an import, for whoever checks it: what was concluded and left out."""

from collections import Counter
from collections.abc import Iterator

from pipeline.importers.draft import Draft, Guessed, Left
from pipeline.importers.manuscript import Reason

# What becomes structure or is invisible, sign by sign: counted, not listed.
_COUNTED = frozenset({Reason.MARKER.value, Reason.CONTROL.value})
_LONGEST = 90


def account_name(draft: Draft) -> str:
    """Return the name of the account's file; it is no sheet's, so no build reads it."""
    return f"_{draft.name}.import.txt"


def account_of(draft: Draft, file: str) -> str:
    """Return the account of `draft`, made from the file `file`, as text."""
    parts = [
        [f"{draft.name}.md was made from {file}."],
        _part("What the text does not say", _missing(draft)),
        _part("What was concluded, and how sure that is", _guesses(draft)),
        _part("What is not in the sheet as it was", _left(draft)),
        _part("What to do next", _next(draft)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _part(title: str, lines: Iterator[str]) -> list[str]:
    told = [f"  {line}" for line in lines]
    return [title, *told] if told else []


def _missing(draft: Draft) -> Iterator[str]:
    sheet = draft.sheet
    if sheet is None:
        return
    if sheet.issuer.agency is None:
        yield "who issues it: add `agency:` under `issuer:` if you know"
    if sheet.issued is None:
        yield "the day it was issued: add it as `issued: 2016-03-17` if you know"
    if sheet.kind is None:
        yield "what it is: add `kind: Fact Sheet` if it is one"


def _guesses(draft: Draft) -> Iterator[str]:
    for guess in sorted(draft.guesses, key=_sureness):
        words = _shown(guess.words)
        is_same = guess.value == " ".join(guess.words.split())
        value = "" if is_same else f" = {_shown(guess.value)}"
        yield f"{round(guess.confidence * 100):3} %  {guess.what}{value}"
        yield f"       {guess.place}: “{words}”"


def _sureness(guess: Guessed) -> float:
    return guess.confidence


def _left(draft: Draft) -> Iterator[str]:
    for left in draft.left_out:
        if left.reason not in _COUNTED:
            instead = f"; instead: “{_shown(left.instead)}”" if left.instead else ""
            yield f"{left.place}: “{_shown(left.words)}” {left.reason}{instead}"
    counts = Counter(map(_sign, (e for e in draft.left_out if e.reason in _COUNTED)))
    for (words, reason), number in counts.most_common():
        times = "once" if number == 1 else f"{number} times"
        yield f"{times}: “{words}” {reason}"


def _sign(left: Left) -> tuple[str, str]:
    """Return a marker as people see it, numbers as one, and why it left."""
    words = left.words.strip()
    if words.strip("().").isdigit():
        return "1, 2, 3 …", left.reason
    if not words or not words.isprintable():
        return f"U+{ord(left.words[0]):04X}" if left.words else "", left.reason
    return _shown(words), left.reason


def _next(draft: Draft) -> Iterator[str]:
    yield f"read {draft.name}.md beside the original; lines that begin with # say what"
    yield "was guessed, and from which words"
    yield "`bulletin check` says what is wrong, `bulletin build` makes the documents"
    yield "delete this file when you have read it"


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
