"""Commands about bulletin itself: its forms and formats."""

import click


@click.command()
@click.argument(
    "name",
    type=click.Choice(["factsheet", "theme", "report"]),
    default="factsheet",
)
def schema(name: str) -> int:
    """Print the JSON Schema of sheets, themes or reports.

    An editor that knows the schema completes keys and marks mistakes as you type.

    \b
    Examples:
      bulletin schema > factsheet.schema.json
      bulletin schema theme > theme.schema.json
    """
    from pipeline import commands

    return commands.run_schema(name)


@click.command()
def formats() -> int:
    """List the formats, and which package makes each."""
    from pipeline import commands

    return commands.run_formats()
