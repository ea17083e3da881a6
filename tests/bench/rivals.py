"""What people use instead, run by each rival's own Python: `typst` and `docxtpl`.

    python rivals.py NAME FOLDER MODE        MODE is `cold` (one sheet) or `warm` (all)

`FOLDER` holds sheets as JSON (title, agency, bureau, date, paragraphs under headings,
links). Prints the seconds that each sheet took. Nothing of Bulletin is imported here.
"""

import json
import sys
import time
from pathlib import Path


def typst(_):
    """Return a function that sets one sheet as a PDF that claims PDF/UA-1."""
    import typst

    compiler = typst.Compiler(str(Path(__file__).with_name("sheet.typ")))

    def render(sheet, out):
        data = sheet.read_text("utf-8")
        compiler.compile(
            output=str(out.with_suffix(".pdf")),
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
            timestamp=1458172800,
        )

    return render


def docxtpl(folder):
    """Return a function that fills a Word template with one sheet."""
    import docxtpl

    template = folder / "template.docx"

    def render(sheet, out):
        data = json.loads(sheet.read_text("utf-8"))
        made = docxtpl.DocxTemplate(template)
        for index, words in enumerate(data["links"]):
            rich = docxtpl.RichText()
            address = "https://www.example.gov/" + words.replace(" ", "-")
            rich.add(words, url_id=made.build_url_id(address), underline=True)
            data["links"][index] = {"rich": rich}
        made.render(data, autoescape=True)
        made.save(out.with_suffix(".docx"))

    return render


def template(folder):
    """Write the Word template that `docxtpl` fills; not measured."""
    import docx

    made = docx.Document()
    lines = [
        ("{{ agency }}", None), ("{{ bureau }}", None), ("{{ kind }}", None),
        ("{{ title }}", "Heading 1"), ("{{ date }}", None),
        ("{%p for s in sections %}", None), ("{%p if s.heading %}", None),
        ("{{ s.heading }}", "Heading 2"), ("{%p endif %}", None),
        ("{%p for p in s.paragraphs %}", None), ("{{ p }}", None),
        ("{%p endfor %}", None), ("{%p endfor %}", None),
        ("{%p for l in links %}", None), ("{{r l.rich }}", "List Bullet"),
        ("{%p endfor %}", None),
    ]  # fmt: skip
    for text, style in lines:
        made.add_paragraph(text, style)
    made.save(folder / "template.docx")


def main():
    """Render the sheets of a folder and print the seconds that each took."""
    name, folder, mode = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    if mode == "template":
        template(folder)
        return
    render = {"typst": typst, "docxtpl": docxtpl}[name](folder)
    sheets = sorted(folder.glob("*.json"))[: 1 if mode == "cold" else None]
    seconds = []
    for sheet in sheets:
        start = time.perf_counter()
        render(sheet, sheet)
        seconds.append(time.perf_counter() - start)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
