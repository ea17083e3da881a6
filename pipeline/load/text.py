"""Bytes of a source to text: UTF-8, line ends as LF, no character that cannot print."""

import re
import unicodedata

from pipeline.diagnostics import Diagnostic, Location, error, warning

MAX_SOURCE = 5_000_000

# The set of `schemas.values.forbidden_character`, less tab and line end.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    "|[" + "".join(f"{chr(0x10000 * n + 0xFFFE)}{chr(0x10000 * n + 0xFFFF)}"
                   for n in range(1, 17)) + "]"
)  # fmt: skip
# UAX 9 embeddings, overrides and isolates reorder what a reader sees (CVE-2021-42574);
# U+FFFD is the trace of text once decoded wrongly; tag characters are invisible.
_SUSPECT = re.compile("[\u202a-\u202e\u2066-\u2069\ufffd\U000e0000-\U000e007f]")


def decode(file: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a source, and what is wrong with its characters."""
    if len(data) > MAX_SOURCE:
        message = f"the file has more than {MAX_SOURCE:,} bytes, the most for a source"
        where = Location(file)
        return None, [error("too-long", message, location=where, hint="divide it")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return None, [_undecodable(file, data, problem)]
    text = re.sub("\r\n?|\u2028|\u2029", "\n", text)
    if not text.strip():
        hint = "`bulletin new` starts a sheet that builds"
        return None, [
            error(
                "empty", "the file has no content", location=Location(file), hint=hint
            )
        ]
    return _without_forbidden(file, text)


def _undecodable(file: str, data: bytes, problem: UnicodeDecodeError) -> Diagnostic:
    start = problem.start
    line = data.count(b"\n", 0, start) + 1
    column = start - (data.rfind(b"\n", 0, start) + 1) + 1
    message = f"byte 0x{data[start]:02X} at offset {start} is not UTF-8"
    hint = f"the file looks like {_guess(data)}; save it as UTF-8"
    return error("encoding", message, location=Location(file, line, column), hint=hint)


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) > len(data) // 4:
        return "UTF-16"
    if any(0x80 <= byte <= 0x9F for byte in data):
        return "UTF-8 with damage, or Windows-1252"
    return "Latin-1 (ISO 8859-1)"


def _without_forbidden(file: str, text: str) -> tuple[str, list[Diagnostic]]:
    findings: list[Diagnostic] = []
    is_clean = not _FORBIDDEN.search(text)
    for match in () if is_clean else _FORBIDDEN.finditer(text):
        message = f"character U+{ord(match[0]):04X} is not allowed in a document"
        where = _place(file, text, match.start())
        findings.append(error("character", message, location=where, hint="remove it"))
    for match in _SUSPECT.finditer(text):
        name = unicodedata.name(match[0], "invisible tag").lower()
        message = f"character U+{ord(match[0]):04X} ({name}) stands here unseen"
        where = _place(file, text, match.start())
        hint = "remove it unless the text cannot be read without it"
        findings.append(warning("character", message, location=where, hint=hint))
    return text if is_clean else _FORBIDDEN.sub(" ", text), findings


def _place(file: str, text: str, index: int) -> Location:
    line = text.count("\n", 0, index) + 1
    return Location(file, line, index - text.rfind("\n", 0, index))
