"""JSON to plain data with places: numbers stay text, no key twice, no NaN."""

import re
from bisect import bisect_right
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from pipeline.load.positions import MAX_DEPTH, Positioned, child

_BLANK = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[-\w.+]+")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_WORDS = {"true": "yes", "false": "no", "null": None}


class _RefusedError(Exception):
    """The text is not JSON from here on; the finding is recorded."""


def read_json(file: str, text: str) -> Positioned:
    """Return the object in `text`."""
    found = Positioned(file)
    reader = _Reader(text, found)
    try:
        value, end = reader.value(reader.blank(0), "", 0)
        if end < len(text):
            reader.refuse(end, "something follows the sheet", "remove it")
        if not isinstance(value, dict):
            reader.refuse(0, "the sheet is not an object", "start with `{`")
        found.data = value
    except _RefusedError:
        pass
    return found


class _Reader:
    """A reader of one text; what reads takes an index and returns the next one."""

    def __init__(self, text: str, found: Positioned) -> None:
        self.text, self.found = text, found
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def value(self, index: int, origin: str, depth: int) -> tuple[object, int]:
        """Read a value and the blanks behind it."""
        self.found.origins.setdefault(origin, self.place(index))
        sign = self.text[index : index + 1]
        if sign in ("{", "[") and depth >= MAX_DEPTH:
            message = f"values stand more than {MAX_DEPTH} deep in one another"
            self.refuse(index, message, "use fewer levels", "nesting")
        match sign:
            case "{":
                value, end = self._object(index + 1, origin, depth + 1)
            case "[":
                value, end = self._array(index + 1, origin, depth + 1)
            case '"':
                value, end = self._string(index)
            case _:
                value, end = self._word(index)
        return value, self.blank(end)

    def _object(self, index: int, origin: str, depth: int) -> tuple[object, int]:
        pairs: dict[str, object] = {}
        lines: dict[str, int] = {}
        index = self.blank(index)
        if self.text.startswith("}", index):
            return pairs, index + 1
        while True:
            index, start = self.blank(index), self.blank(index)
            if not self.text.startswith('"', index):
                self.refuse(index, "a key in quotes is missing", 'write `"key": value`')
            key, index = self._string(index)
            self._note_key(key, start, origin, lines)
            index = self._expect(":", self.blank(index), "a key")
            place = child(origin, key)
            value, index = self.value(self.blank(index), place, depth)
            pairs.setdefault(key, value)
            if value is None:
                self.found.absent[place] = False
            if self.text.startswith("}", index):
                return pairs, index + 1
            index = self._expect(",", index, "a value")

    def _array(self, index: int, origin: str, depth: int) -> tuple[object, int]:
        items: list[object] = []
        index = self.blank(index)
        if self.text.startswith("]", index):
            return (), index + 1
        while True:
            place = child(origin, len(items))
            value, index = self.value(self.blank(index), place, depth)
            items.append(value)
            if self.text.startswith("]", index):
                return tuple(items), index + 1
            index = self._expect(",", index, "a value")

    def _string(self, index: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, index + 1, True)
        except JSONDecodeError as problem:
            message = f"this text cannot be read: {problem.msg[:1].lower()}"
            self.refuse(problem.pos, message + problem.msg[1:], "check its quotes")
        return text, end

    def _word(self, index: int) -> tuple[str | None, int]:
        match = _WORD.match(self.text, index)
        word = match[0] if match else ""
        if word in _WORDS:
            return _WORDS[word], index + len(word)
        if not _NUMBER.fullmatch(word):
            seen = word[:60] or self.text[index : index + 1] or "the end of the file"
            hint = "put text in double quotes; remove a comma before `]` or `}`"
            self.refuse(index, f"`{seen}` is not a JSON value", hint)
        return word, index + len(word)

    def _note_key(
        self, key: str, start: int, origin: str, lines: dict[str, int]
    ) -> None:
        line, column = self.place(start)
        if key in lines:
            message = f"`{key}` is given twice, first on line {lines[key]}"
            self.found.refuse(
                line, column, "duplicate-key", message, "keep one of them"
            )
        lines.setdefault(key, line)
        self.found.keys.setdefault(child(origin, key), (line, column))

    def _expect(self, sign: str, index: int, after: str) -> int:
        if not self.text.startswith(sign, index):
            self.refuse(index, f"`{sign}` is missing after {after}", f"add `{sign}`")
        return index + 1

    def blank(self, index: int) -> int:
        """Return the index behind any blanks at `index`."""
        match = _BLANK.match(self.text, index)
        return match.end() if match else index

    def place(self, index: int) -> tuple[int, int]:
        """Return the 1-based line and column of `index`."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def refuse(
        self, index: int, message: str, hint: str, code: str = "json"
    ) -> NoReturn:
        """Record why reading ends at `index`."""
        self.found.refuse(*self.place(index), code, message, hint)
        raise _RefusedError
