"""Page streams read back: what each piece of marked content says, and what is loose.

A strict reader of the operators this renderer writes: anything else is a finding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Problem = tuple[str, str]
"""The rule that is broken, and how."""
Codes = Mapping[int, str]
"""A font's characters by code, `NO_CHARACTERS` for any code that has none."""

# No text holds what Unicode says is no character.
NO_CHARACTERS = "\uffff"

END = rb"(?=[\s\[/]|$)"
# What changes the state alone: numbers and an operator, any number of times.
QUIET = rb"(?:\s*+(?:-?+[\d.]++ )*+(?:T[ms]|rg|re|RG|cm?|[wmlnh])" + END + rb")*+\s*+"
ARRAY = rb"\[[<>0-9A-F. -]*+\]TJ" + END
# One statement of a page stream, or all lines of text in one font. What is unknown is
# read to the end.
STATEMENT = re.compile(
    QUIET + rb"(?:"
    rb"(?P<text>" + ARRAY + rb"(?:" + QUIET + ARRAY + rb")*+)"
    rb"|(?P<end>EMC)"
    rb"|/(?P<begin>\w++<<[^<>]*+>>)BDC"
    rb"|(?P<bracket>[BE]T|[qQ])"
    rb"|/(?P<font>\w++) [\d.]++ Tf"
    rb"|(?P<paint>S|f\*?+)"
    rb"|/(?P<image>\w++) Do"
    rb"|(?P<unknown>\S.*+)"
    rb"|\Z"
    rb")" + END,
    re.DOTALL,
)
HEX = re.compile(rb"<([0-9A-F]*)>")
MCID = re.compile(rb"(\w+)<</MCID (\d+)>>")
OPENERS = {b"BT": "ET", b"q": "Q"}


@dataclass(slots=True)
class Marked:
    """One piece of marked content: its structure type, its words, and its picture."""

    tag: str
    text: str = ""
    has_picture: bool = False


@dataclass(slots=True)
class PageContent:
    """What a page stream says."""

    marked: dict[int, Marked] = field(default_factory=dict)
    """By MCID."""
    artifacts: str = ""
    """Words outside the reading order."""
    problems: list[Problem] = field(default_factory=list)


def read_content(stream: bytes, fonts: Mapping[bytes, Codes]) -> PageContent:
    """Return what `stream` says; `fonts` give the characters of each code by name."""
    reader = _Reader(fonts)
    for found in STATEMENT.finditer(stream):
        reader.take(found)
    reader.close()
    return reader.page


@dataclass(slots=True)
class _Reader:
    fonts: Mapping[bytes, Codes]
    page: PageContent = field(default_factory=PageContent)
    codes: Codes = field(default_factory=dict)
    inside: Marked | None = None
    open: list[str] = field(default_factory=list)
    """What must still be ended, innermost last."""

    def problem(self, code: str, message: str) -> None:
        self.page.problems.append((code, message))

    def take(self, found: re.Match[bytes]) -> None:
        match found.lastgroup:
            case "text":
                self.show(found["text"])
            case "font":
                self.font(found["font"])
            case "begin":
                self.begin(found["begin"])
            case "end":
                self.end("EMC")
                self.leave()
            case "bracket":
                self.bracket(found["bracket"])
            case "paint":
                self.painted("a shape")
            case "image":
                self.image()
            case "unknown":
                unread = found["unknown"][:40].decode("ascii", "replace")
                self.problem("content", f"`{unread}` is no operator of ours")
            case _:
                pass  # the end, after what changes the state alone

    def font(self, name: bytes) -> None:
        if name not in self.fonts:
            message = f"font `{name.decode()}` is not among the resources"
            self.problem("UA1:7.21.4.1-1", message)
        self.codes = self.fonts.get(name, {})

    def show(self, arrays: bytes) -> None:
        digits = b"".join(HEX.findall(arrays)).decode()
        # All characters at once: codes of two bytes are UTF-16 to Python.
        coded = bytes.fromhex(digits).decode("utf-16-be", "surrogatepass")
        words = coded.translate(self.codes) if self.codes else NO_CHARACTERS
        if NO_CHARACTERS in words:
            message = f"one of the codes {digits} has no glyph or no characters"
            self.problem("UA1:7.21.7-1", message)
        self.painted("text")
        if self.inside is not None:
            self.inside.text += words

    def image(self) -> None:
        self.painted("a picture")
        if self.inside is not None:
            self.inside.has_picture = True

    def painted(self, what: str) -> None:
        if self.inside is None:
            self.problem("UA1:7.1-3", f"{what} is neither tagged nor an artifact")

    def begin(self, opening: bytes) -> None:
        marked = MCID.fullmatch(opening)
        self.nest(is_tagged=marked is not None)
        self.open.append("EMC")
        if marked is None:
            self.inside = Marked("Artifact")
            if not opening.startswith(b"Artifact<<"):
                self.problem("UA1:7.1-3", f"{opening.decode()} has no MCID")
            return
        self.inside = Marked(marked[1].decode())
        number = int(marked[2])
        if number in self.page.marked:
            self.problem("content", f"MCID {number} stands twice on its page")
        self.page.marked[number] = self.inside

    def nest(self, is_tagged: bool) -> None:
        if self.inside is None:
            return
        match self.inside.tag == "Artifact", is_tagged:
            case False, False:
                self.problem("UA1:7.1-1", "an artifact stands inside tagged content")
            case True, True:
                self.problem("UA1:7.1-2", "tagged content stands inside an artifact")
            case _:
                self.problem("content", "marked content is nested")

    def leave(self) -> None:
        if self.inside is not None and self.inside.tag == "Artifact":
            self.page.artifacts += self.inside.text
        self.inside = None

    def bracket(self, operator: bytes) -> None:
        if operator in OPENERS:
            self.open.append(OPENERS[operator])
        else:
            self.end(operator.decode())

    def end(self, operator: str) -> None:
        if not self.open or self.open.pop() != operator:
            self.problem("content", f"`{operator}` ends what was not begun")

    def close(self) -> None:
        for operator in self.open:
            self.problem("content", f"`{operator}` is missing at the end of the page")
