"""Block tokens as a tree of nodes."""

from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """A block: its token and the blocks inside; `line` counts from 0."""

    token: Token
    line: int
    children: "list[Node]" = field(default_factory=list)
    previous: "Node | None" = None
    """The block before it in the same place."""

    @property
    def kind(self) -> str:
        """The block's name, such as `paragraph`."""
        return self.token.type.removesuffix("_open")

    @property
    def text(self) -> str:
        """The inline content of a paragraph or heading."""
        return self.children[0].token.content if self.children else ""


def nest(tokens: list[Token]) -> list[Node]:
    """Return `tokens` as a tree."""
    stack: list[list[Node]] = [[]]
    line = 0
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        line = token.map[0] if token.map else line
        before = stack[-1][-1] if stack[-1] else None
        node = Node(token, line, previous=before)
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return stack[0]
