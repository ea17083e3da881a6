"""Commands for finished files, and for files that come from elsewhere."""

from pathlib import Path

import click

from pipeline.cli import options


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.FILE)
@click.option(
    "--standard",
    "standards",
    multiple=True,
    type=click.Choice(["ua1", "ua2", "2a", "2u", "2b", "3a", "3u", "3b"]),
    help="Judge PDF files by this standard: PDF/UA-1 or -2, PDF/A-2 or -3. "
    "Repeat it for several. Default: what each file claims.",
)
@click.option(
    "--with",
    "validators",
    multiple=True,
    type=click.Choice(["verapdf", "openxmlsdk"]),
    help="Ask this reference validator as well, where it is installed.",
)
@options.form
def verify(
    files: tuple[Path, ...],
    standards: tuple[str, ...],
    validators: tuple[str, ...],
    form: str,
) -> int:
    """Judge finished files, of any maker.

    FILES are PDF or Word files. Each is read back and held against the rules of the
    standards it claims; every broken rule is named, with page and object. Leaves with 1
    if a rule is broken, and with 4 if a file cannot be read.

    \b
    Examples:
      bulletin verify output/kosovo.pdf output/kosovo.docx
      bulletin verify report.pdf --standard ua1 --with verapdf
      bulletin verify report.pdf --format sarif > report.sarif
    """
    from pipeline.verify import run_verify

    return run_verify(files, standards, validators, form)


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("sources"),
    show_default=True,
    metavar="DIR",
    help="The folder for the sources.",
)
@options.form
def import_(files: tuple[str, ...], out: Path, form: str) -> int:
    """Make sources of documents that exist already.

    FILES are texts, web pages, Markdown, Word or PDF files, folders of such, or
    patterns like "old/*.txt". Each gives a source that builds at once and, beside it,
    an account of everything that was concluded or left out; no word is lost. A file
    that exists already is never overwritten.

    \b
    Examples:
      bulletin import kosovo.txt
      bulletin import old-sheets -o drafts
      bulletin import "pages/*.html"
    """
    from pipeline.importing import Asked, run_import

    return run_import(Asked(files, out, form))


@click.command()
@click.argument("edited", type=options.FILE, metavar="EDITED.docx")
@click.option(
    "--into",
    type=options.FILE,
    metavar="SOURCE",
    help="The sheet that the file was made from. Default: the one in `sources` that "
    "the file names.",
)
@click.option("--write", is_flag=True, help="Change the source; without it, only show.")
@click.option(
    "--pending",
    type=click.Choice(["stop", "accept", "reject", "hold"]),
    default="stop",
    show_default=True,
    help="Tracked changes that nobody has decided on: stop and list them, take them, "
    "leave them, or hold them for later beside the sheet.",
)
@click.option(
    "--prefer",
    type=click.Choice(["source", "word"]),
    help="What counts where both the source and the Word file changed the same words. "
    "Default: stop and show both.",
)
@options.form
def pull(
    edited: Path,
    into: Path | None,
    write: bool,
    pending: str,
    prefer: str | None,
    form: str,
) -> int:
    """Bring edits made in Word home into the sheet.

    EDITED.docx is a Word file made by `bulletin build` that somebody has changed. Every
    edit is named, and what it does to the source is shown; with `--write` it is done.
    Lines that nobody edited stay exactly as they are. Comments go into a file beside
    the sheet. What a sheet cannot hold is refused: then the source stays as it is, and
    the exit code is 5.

    \b
    Examples:
      bulletin pull review/kosovo.docx
      bulletin pull review/kosovo.docx --write
      bulletin pull "kosovo (2).docx" --into sources/kosovo.md --pending accept
    """
    from pipeline.pulling import Asked, run_pull

    return run_pull(Asked(edited, into, write, pending, prefer, form))
