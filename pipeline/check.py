"""Checks of what a sheet says, once it is known to be well made.

Errors here are what no document could be composed from; warnings are what a reader,
or a listener, will stumble over. A check names the rule it holds.
"""

from collections import Counter
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.labels import LANGUAGES, script_of
from pipeline.typeset.scripts import SET, refuse_script, unset_runs
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, plain, walk_runs
from schemas.texts import printed_texts, rich_texts

# Words that say nothing when a screen reader lists the links of a page.
EMPTY_LINK_WORDS = frozenset(
    {"here", "click here", "read more", "more", "link", "this link", "this page"}
)


def check(sheet: FactSheet) -> tuple[Diagnostic, ...]:
    """Return what is wrong or doubtful in `sheet`, each with its model path."""
    scripts = tuple(_scripts(sheet))
    return (
        *scripts,
        # To know the fixed words too would not help where the script cannot be set.
        *(() if scripts and script_of(sheet.language) not in SET else _language(sheet)),
        *_unstated(sheet),
        *_link_words(sheet),
    )


def _scripts(sheet: FactSheet) -> Iterator[Diagnostic]:
    """Refuse each script that cannot be set once, where it first stands."""
    first: dict[str, tuple[str, str]] = {}
    counts: Counter[str] = Counter()
    for origin, text in printed_texts(sheet):
        runs = list(unset_runs(text))
        counts.update({script for script, _ in runs})
        for script, run in runs:
            first.setdefault(script, (run, origin))
    for script, (run, origin) in first.items():
        yield refuse_script(script, run, origin, counts[script])


def _language(sheet: FactSheet) -> Iterator[Diagnostic]:
    """Refuse a language whose fixed words, such as "Page 1 of 2", are not known."""
    if sheet.language.split("-")[0] not in LANGUAGES:
        yield error(
            "language",
            f"the fixed words of a sheet are not known in `{sheet.language}`",
            origin="language",
            hint="languages known: " + ", ".join(LANGUAGES),
        )


def _unstated(sheet: FactSheet) -> Iterator[Diagnostic]:
    """Warn of a sheet that does not say who issues it, or when."""
    if not (sheet.issuer.agency or sheet.issuer.bureau):
        yield warning(
            "unsigned",
            "the sheet does not say who issues it",
            hint="add `issuer:` with `agency:` below it",
        )
    if sheet.issued is None:
        yield warning(
            "undated",
            "the sheet has no day of issue",
            hint="add it, as in `issued: 2016-03-17`",
        )


def _link_words(sheet: FactSheet) -> Iterator[Diagnostic]:
    """Warn of links whose words do not say where they lead (WCAG 2.2, 2.4.4)."""
    for origin, runs in rich_texts(sheet):
        for run in walk_runs(runs):
            if not isinstance(run, LinkRun) or run.target is None:
                continue
            words = plain(run.runs).strip()
            # An address that is its own words is printed for those who read paper.
            is_address = words.startswith(("http://", "https://"))
            if words.lower() in EMPTY_LINK_WORDS or (
                is_address and words != run.target
            ):
                yield warning(
                    "link-text",
                    f"the link `{words}` does not say where it leads",
                    origin=origin,
                    hint="use the name of the page it leads to",
                )
