"""A Word file as the rules see it: its package, stories, styles and settings."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.inspect.docx.names import VAL, w
from pipeline.inspect.docx.package import Package
from pipeline.inspect.docx.stylesheet import StyleSheet, read_stylesheet

_NOTHING = etree.Element("nothing")
_KINDS = ("header", "footer", "footnotes", "endnotes", "comments")


@dataclass(frozen=True, slots=True)
class Story:
    """A run of text of its own: the body, a header or footer, notes, comments."""

    part: str
    kind: str
    """`document`, or the last word of the relationship that leads to it."""
    root: etree._Element

    @property
    def is_running(self) -> bool:
        """Whether it repeats on every page."""
        return self.kind in ("header", "footer")


@dataclass(frozen=True, slots=True)
class WordFile:
    """Everything that a rule may ask."""

    package: Package
    main: str
    stories: tuple[Story, ...]
    styles: StyleSheet
    theme: etree._Element
    numbering: etree._Element
    settings: etree._Element
    core: etree._Element

    @property
    def body(self) -> Story:
        """Return the story that every file has."""
        return self.stories[0]

    @property
    def texts(self) -> tuple[Story, ...]:
        """Return what is printed: all stories but comments."""
        return tuple(story for story in self.stories if story.kind != "comments")


def read_word_file(package: Package) -> WordFile:
    """Return the file with its stories in reading order, the body first."""
    main = package.main()

    def part(kind: str) -> etree._Element:
        found = package.tree(main, kind)
        return _NOTHING if found is None else found

    core = package.tree("", "core-properties")
    return WordFile(
        package=package,
        main=main,
        stories=tuple(_stories(package, main)),
        styles=read_stylesheet(part("styles")),
        theme=part("theme"),
        numbering=part("numbering"),
        settings=part("settings"),
        core=_NOTHING if core is None else core,
    )


def _stories(package: Package, main: str) -> Iterator[Story]:
    yield Story(main, "document", package.trees[main])
    seen = {main}
    for target in package.targets.get(main, {}).values():
        if target.kind in _KINDS and target.name in package.trees.keys() - seen:
            seen.add(target.name)
            yield Story(target.name, target.kind, package.trees[target.name])


def value(parent: etree._Element | None, *path: str) -> str | None:
    """Return `w:val` of the element below `parent` that the names lead to."""
    for name in path:
        parent = None if parent is None else parent.find(w(name))
    return None if parent is None else parent.get(VAL)


def hexadecimal(text: str | None) -> int | None:
    """Return the number that `text` writes in base 16; None for anything else."""
    try:
        return int(text or "", 16)
    except ValueError:
        return None


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """Return whether the switch `name` below `parent` is on; None where it is unset."""
    found = None if parent is None else parent.find(w(name))
    if found is None:
        return None
    return found.get(VAL, "true") not in ("0", "false", "off", "none")
