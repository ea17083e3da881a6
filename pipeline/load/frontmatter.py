"""A Markdown source: front matter between `---` lines, then the body."""

from pipeline.load.positions import Positioned
from pipeline.load.yaml import read_yaml
from pipeline.markdown import STAND_IN, Reading, read_body

MAX_FRONT_MATTER = 256_000

# These come from the body.
_FROM_BODY = {
    "sections": "write them below the front matter, under `## ` headings",
    "notes": "write footnotes in the body, as `[^name]: words`",
}


def read_markdown(file: str, text: str) -> Positioned:
    """Return the data of a Markdown source: front matter, sections and notes."""
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    if end is None:
        return _without_front_matter(file, lines)
    front = "\n".join(lines[1:end])
    found = _front_matter(file, front)
    reading = Reading(file, lines)
    sections = read_body(reading, end + 1)
    found.findings += reading.findings
    found.origins |= reading.origins
    if not sections:
        message = "the sheet has no text below its front matter"
        found.refuse(end + 1, 1, "empty", message, "write it below the second `---`")
        sections = ({"blocks": (STAND_IN,)},)
    if found.data is not None:
        found.data["sections"] = sections
        found.data["notes"] = tuple(reading.notes)
    return found


def _end_of_front_matter(lines: list[str]) -> int | None:
    if lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return number
    return None


def _front_matter(file: str, front: str) -> Positioned:
    if len(front) > MAX_FRONT_MATTER:
        found = Positioned(file)
        message = (
            f"the front matter has {len(front):,} characters, it may have "
            f"{MAX_FRONT_MATTER:,}"
        )
        found.refuse(1, 1, "too-long", message, "move text into the body")
        return found
    found = read_yaml(file, front, first_line=1)
    for key, hint in _FROM_BODY.items():
        if found.data is not None and found.data.pop(key, None) is not None:
            message = f"`{key}` stands in the front matter"
            found.refuse(*found.keys[key], "misplaced", message, hint)
    return found


def _without_front_matter(file: str, lines: list[str]) -> Positioned:
    found = Positioned(file)
    if lines[0].rstrip() == "---":
        message = "the front matter that starts here is not closed"
        hint = "add a line `---` below its last key"
    else:
        message = "the sheet has no front matter"
        hint = "start the file with `---`, `title: …` and the other keys, and `---`"
    found.refuse(1, 1, "front-matter", message, hint)
    return found
