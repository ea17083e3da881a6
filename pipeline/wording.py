"""Pydantic's errors in our words: the fact with the value seen, and what to do."""

from dataclasses import dataclass

from pydantic_core import ErrorDetails

# A value longer than this says no more in a message.
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Said:
    """What is wrong and what to do about it."""

    code: str
    message: str
    hint: str | None


def say(error: ErrorDetails) -> Said:
    """Return `error` in our words; the last part of its path names the field."""
    kind = error["type"]
    name = next((p for p in reversed(error["loc"]) if isinstance(p, str)), "value")
    if kind not in _WORDS:
        return Said(kind, _own(error), _hint(error))
    code, template, hint = _WORDS[kind]
    context = {
        **error.get("ctx", {}), "value": shown(error["input"]), "name": name,
        "size": _size(error["input"]), "seen": _seen(error["input"]),
    }  # fmt: skip
    return Said(code, template.format(**context), hint and hint.format(**context))


def shown(value: object) -> str:
    """Return `value` short enough for a message."""
    # Of many thousand rows the first say enough.
    text = str(value[:_SHOWN] if isinstance(value, list | tuple) else value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _seen(value: object) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else f"`{shown(value)}`"


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _own(error: ErrorDetails) -> str:
    """Return the message of our own validators, whose values may be long."""
    value = error.get("ctx", {}).get("value")
    message = error["msg"]
    if isinstance(value, str) and len(value) > _SHOWN:
        message = message.replace(value, shown(value))
    return message.replace("Input should", "the value should")


def _hint(error: ErrorDetails) -> str | None:
    hint = error.get("ctx", {}).get("hint")
    return hint if isinstance(hint, str) else _HINTS.get(error["type"])


_WORDS: dict[str, tuple[str, str, str | None]] = {
    "extra_forbidden": ("unknown-key", "unknown key `{name}`", None),
    "missing": ("missing", "`{name}` is missing", "add `{name}:` here"),
    "string_type": ("type", "`{name}` holds {seen}, not text", "write one text"),
    "string_unicode": (
        "character",
        "half of a character (a surrogate) is not allowed in a document",
        "write the whole character",
    ),
    "string_too_long": (
        "too-long",
        "`{name}` has {size:,} characters, it may have {max_length:,}",
        "shorten it",
    ),
    "string_too_short": ("blank", "`{name}` is empty", "write at least one word"),
    "string_pattern_mismatch": (
        "name",
        "`{value}` is not a name",
        "use lower-case letters, digits and hyphens",
    ),
    "tuple_type": (
        "type",
        "`{name}` holds {seen}, not a list",
        "write each item on a line of its own after `- `",
    ),
    "model_type": (
        "type",
        "`{name}` holds {seen}, not keys and values",
        "write `key: value` lines below it",
    ),
    "too_short": ("empty", "`{name}` is empty", "add at least one, or leave it out"),
    "too_long": (
        "too-long",
        "`{name}` has {actual_length:,} entries, it may have {max_length:,}",
        "divide it",
    ),
    "int_type": (
        "number",
        "`{value}` is not a whole number from 0 to 999,999,999",
        "write it in digits without blanks, commas or signs",
    ),
    "greater_than_equal": ("number", "{value} is less than {ge}", None),
    "bool_type": ("flag", "`{value}` is neither yes nor no", "write `yes` or `no`"),
    "date_type": ("date", "`{value}` is not a date like 2016-03-17", None),
    "enum": ("choice", "`{value}` is not known here", "use one of: {expected}"),
    "literal_error": ("choice", "`{value}` is not known here", "use {expected}"),
    "union_tag_invalid": (
        "kind",
        "unknown kind `{tag}`",
        "use one of: {expected_tags}",
    ),
    "union_tag_not_found": ("kind", "`kind` is missing", "add `kind:` here"),
}

_HINTS = {
    "blank": "write at least one word, or leave the key out",
    "date": "write year, month and day with hyphens, as in 2016-03-17",
    "character": "remove it",
    "line-end": "write it on one line",
    "link-words": "write the words of the link",
    "link-scheme": "use an https: address",
    "link": "check the address",
    "link-nested": "put it behind the link",
    "table-header": "name the columns in the first row",
    "table-cells": "a cell without words still needs its place: `| |`",
    "alt-text": "say in a sentence what the picture shows",
    "empty-section": "add text below the heading, or remove it",
    "language": "use a tag such as en-US, fr, sr-Latn",
    "event-date": "leave out what is not known: 2012-09, 2008",
}
