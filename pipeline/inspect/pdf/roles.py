"""Structure types: which are standard, and what the role map makes of the others."""

from dataclasses import dataclass, field

from pipeline.inspect.pdf.values import Value, elements, entry, items, name, own, text

# ISO 32000-1, 14.8.4.
STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
# ISO 32000-2, 14.8.4, with the headings that it leaves open-ended.
STANDARD_2 = frozenset(
    [
        "Document",
        "DocumentFragment",
        "Part",
        "Sect",
        "Div",
        "Aside",
        "NonStruct",
        "P",
        "Title",
        "FENote",
        "Sub",
        "Lbl",
        "Span",
        "Em",
        "Strong",
        "Link",
        "Annot",
        "Form",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "L",
        "LI",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Caption",
        "Figure",
        "Formula",
        "Artifact",
        "H",
    ]
)
PDF_1_7 = "http://iso.org/pdf/ssn"


@dataclass(frozen=True, slots=True)
class Roles:
    """The role map of a file: type to the type it stands for."""

    mapped: dict[str, str] = field(default_factory=dict)
    spaces: dict[int, Value] = field(default_factory=dict)
    """The role maps of namespaces, by the number of the namespace's object."""

    def standard(self, kind: str, space: Value = None) -> str | None:
        """Return the standard type for which `kind` stands; None if there is none."""
        if space is not None:
            return self._in_space(kind, space)
        met: set[str] = set()
        while kind not in met:
            if kind in STANDARD:
                return kind
            met.add(kind)
            kind = self.mapped.get(kind, kind)
        return None

    def _in_space(self, kind: str, space: Value) -> str | None:
        for _ in range(10):
            uri = text(entry(space, "/NS"))
            if is_standard_in(kind, uri):
                return kind
            target = entry(space, "/RoleMapNS", f"/{kind}")
            if name(target) is not None:
                return self.standard(name(target) or "")
            pair = elements(target)
            if len(pair) != 2:
                return None
            kind, space = name(pair[0]) or "", pair[1]
        return None

    def is_circular(self, kind: str) -> bool:
        """Whether following the role map from `kind` comes back to where it was."""
        met: set[str] = set()
        while kind in self.mapped:
            if kind in met:
                return True
            met.add(kind)
            kind = self.mapped[kind]
        return False


def is_standard_in(kind: str, uri: str | None) -> bool:
    """Whether `kind` is a standard type of the namespace `uri`."""
    match uri:
        case "http://iso.org/pdf2/ssn":
            is_heading = kind[:1] == "H" and kind[1:].isdigit() and kind[1] != "0"
            return kind in STANDARD_2 or is_heading
        case "http://iso.org/pdf/ssn":
            return kind in STANDARD
        case "http://www.w3.org/1998/Math/MathML":
            return True
        case _:
            return False


def read_roles(root: Value) -> Roles:
    """Return the role maps of a structure tree."""
    mapped = {
        key[1:]: target
        for key, value in items(entry(root, "/RoleMap"))
        if (target := name(value)) is not None
    }
    spaces = {
        given: each
        for each in elements(entry(root, "/Namespaces"))
        if (given := own(each)) is not None
    }
    return Roles(mapped, spaces)
