"""Commands for whoever writes a sheet: new, check, show, build."""

from pathlib import Path

import click

from pipeline.cli import options


@click.command()
@click.argument("name")
def new(name: str) -> int:
    """Start a new sheet called NAME that builds as it is.

    It is put into the folder `sources`, where `bulletin build` looks. A file that
    exists already is never overwritten.

    \b
    Example:
      bulletin new visit-to-rome
    """
    from pipeline import commands

    return commands.run_new(name)


@click.command()
@options.sources
@options.strict
@options.form
def check(sources: tuple[Path, ...], strict: bool, form: str) -> int:
    """Look for mistakes without making files.

    SOURCES are sheets or folders; without any, the folder `sources` is checked.

    \b
    Examples:
      bulletin check
      bulletin check sources/kosovo.md --format short
    """
    from pipeline import commands

    return commands.run_check(options.or_all(sources), strict, form)


@click.command()
@click.argument("source", type=options.FILE)
def show(source: Path) -> int:
    """Print the sheet SOURCE as an outline.

    It shows what the finished files will say, in the order a listener hears it.

    \b
    Example:
      bulletin show sources/kosovo.md
    """
    from pipeline import commands

    return commands.run_show(source)


@click.command()
@options.sources
@click.option(
    "--to",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="What to make: pdf, docx. Repeat it for several. Default: both.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=True),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="The folder for the finished files.",
)
@click.option(
    "--paper",
    type=click.Choice(["letter", "a4"]),
    default="letter",
    show_default=True,
    help="The paper size.",
)
@click.option(
    "--standard",
    type=click.Choice(["pdf17", "pdf2"]),
    default="pdf17",
    show_default=True,
    help="What PDF files keep and claim: pdf17 is PDF/UA-1 and PDF/A-2a; pdf2 is "
    "PDF/UA-2, PDF/A-4f and WTPDF, with the sheet attached.",
)
@click.option(
    "--theme",
    default="bulletin",
    show_default=True,
    metavar="NAME",
    help="The look: a theme's name, or your own theme's YAML file.",
)
@click.option(
    "--review",
    "is_review",
    is_flag=True,
    help="Make Word files for colleagues to edit: changes are tracked, and each "
    "paragraph has an anchor. `bulletin pull` brings the edits home.",
)
@click.option(
    "--no-embed",
    "carries_model",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Leave the sheet itself out of Word files; they keep its name and sum.",
)
@options.strict
@options.form
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Build so many sheets at a time. Default: as many as suit.",
)
def build(sources: tuple[Path, ...], formats: tuple[str, ...], **given: object) -> int:
    """Make the finished files of sheets.

    SOURCES are sheets or folders of sheets; without any, every sheet in the folder
    `sources` is built. `kosovo.md` gives `output/kosovo.pdf` and `output/kosovo.docx`.
    A sheet with errors is not built, and its older files stay as they were.

    \b
    Examples:
      bulletin build
      bulletin build sources/kosovo.md
      bulletin build sources/kosovo.md --to pdf --paper a4
      bulletin build sources/kosovo.md --to docx --review --out review
      bulletin build drafts --out finished
    """
    from pipeline import commands

    chosen = formats or ("pdf", "docx")
    asked = commands.Asked(options.or_all(sources), chosen, **given)  # type: ignore[arg-type]
    return commands.run_build(asked)
