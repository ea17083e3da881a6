"""Which structure type shows which role: one table for the whole format.

Types are named as in PDF 2.0 (ISO 32000-2, 14.8.4); an edition may rename them.
What may stand in what is held to ISO 32000-1, Annex L.
"""

from pipeline.tree import Role

GROUPS = {
    Role.SECTION: "Sect",
    Role.KEY_FACTS: "Aside",
    Role.CALLOUT: "Aside",
    Role.QUOTE: "BlockQuote",
    Role.CONTACTS: "Sect",
    Role.CONTACT: "Div",
    Role.COLOPHON: "Div",
}

PARAGRAPH = "P"
CAPTION = "Caption"


def heading(level: int) -> str:
    """Return the structure type of a heading; the title is level 1."""
    return f"H{level}"
