"""A page read as a browser reads it: its elements, and the words of each."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img"}


@dataclass
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str]
    kids: "list[Node | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *tags: str) -> "list[Node]":
        """Return the elements below that are one of `tags`, in order."""
        found = []
        for kid in self.kids:
            if isinstance(kid, Node):
                found += [kid] if kid.tag in tags else []
                found += kid.all(*tags)
        return found

    def one(self, tag: str) -> "Node":
        """Return the only element of that name."""
        (found,) = self.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says something twice"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].kids.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)


def read_html(text: str) -> Node:
    """Return the root; fail where elements are not closed in their order."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    (root,) = reader.open
    return root
