"""The tagged PDF that LibreOffice makes of a Word file, read by poppler."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.words import normalized

_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_ELEMENT = re.compile(r"( *)([A-Z]\w*)(?: \((?:block|inline)\))?:?$")
_WORDS = re.compile(r'( *)"(.*)"$')


@dataclass
class Tag:
    name: str
    depth: int
    words: str = ""
    children: list["Tag"] = field(default_factory=list)

    def find(self, *names: str) -> Iterator["Tag"]:
        """Yield tags by name below this one, in reading order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.find(*names)

    @property
    def text(self) -> str:
        return normalized(self.words).casefold()


def convert(files: Sequence[Path], folder: Path) -> dict[str, Tag]:
    """Return the tags of each file by the name of the file."""
    command = [
        "soffice", f"-env:UserInstallation={(folder / 'home').as_uri()}",
        "--headless", "--convert-to", _TAGGED, "--outdir", folder, *files,
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return {each.stem: _tags(folder / f"{each.stem}.pdf") for each in files}


def _tags(path: Path) -> Tag:
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", path]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    root = Tag("Root", -1)
    around = [root]
    for line in said.splitlines():
        element, words = _ELEMENT.match(line), _WORDS.match(line)
        if element:
            depth = len(element[1])
            while around[-1].depth >= depth:
                around.pop()
            tag = Tag(element[2], depth)
            around[-1].children.append(tag)
            around.append(tag)
        elif words:
            depth = len(words[1])
            while around[-1].depth >= depth:
                around.pop()
            for each in around:
                each.words += words[2]
    return root
