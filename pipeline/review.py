"""Remarks of reviewers, in a file beside the sheet that they are about.

`_kosovo.review.yaml` lies beside `kosovo.md`; its name keeps it from being a sheet.
Comments of a Word file go there and never into the sheet.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, Location, error, nearest, warning
from pipeline.load.positions import Positioned, child
from pipeline.load.text import decode
from pipeline.load.yaml import read_yaml
from pipeline.unload.scalars import scalar
from pipeline.wording import say
from schemas.review import Remark, Review

_HEAD = """\
# What reviewers said about {sheet}. `bulletin check` tells of each remark until you
# write `done: yes` under it, or delete it. None of this is printed.
"""


def review_path(sheet: Path) -> Path:
    """Return where the remarks on the sheet in the file `sheet` are kept."""
    return sheet.with_name(f"_{sheet.stem}.review.yaml")


def read_review(sheet: Path) -> tuple[Review, tuple[Diagnostic, ...]]:
    """Return the remarks on a sheet, and what is wrong with the file they are in.

    Raises OSError when there is such a file and it cannot be read.
    """
    review, _, findings = _read(review_path(sheet))
    return review, findings


def open_remarks(sheet: Path) -> tuple[Diagnostic, ...]:
    """Return a warning for each remark on a sheet that is not done, at its place."""
    path = review_path(sheet)
    review, found, findings = _read(path)
    return (*findings, *_open(review, found))


def _open(review: Review, found: Positioned) -> Iterator[Diagnostic]:
    for index, remark in enumerate(review.remarks):
        if remark.done:
            continue
        about = f" about “{remark.quoted}”" if remark.quoted else ""
        who = remark.author or "somebody"
        verb = "asks" if remark.kind == "comment" else "proposes"
        yield warning(
            "open-remark",
            f"{who} {verb}{about}: {remark.says}",
            location=Location(found.file, *nearest(f"remarks[{index}]", found.origins)),
            hint=f"at {remark.place}; write `done: yes` when it is answered",
        )


def _read(path: Path) -> tuple[Review, Positioned, tuple[Diagnostic, ...]]:
    found = Positioned(str(path))
    if not path.exists():
        return Review(), found, ()
    text, findings = decode(str(path), path.read_bytes())
    if text is None:
        return Review(), found, tuple(findings)
    found = read_yaml(str(path), text)
    findings += found.findings
    try:
        return Review.model_validate(found.data or {}), found, tuple(findings)
    except ValidationError as refusal:
        findings += _errors(refusal, found)
        return Review(), found, tuple(findings)


def _errors(refusal: ValidationError, found: Positioned) -> Iterator[Diagnostic]:
    for each in refusal.errors(include_url=False):
        origin = ""
        for part in each["loc"]:
            origin = child(origin, part)
        said = say(each)
        where = Location(found.file, *nearest(origin, found.origins))
        yield error(said.code, said.message, location=where, hint=said.hint)


def with_remarks(review: Review, new: Sequence[Remark]) -> Review:
    """Return `review` with the remarks of `new` that it does not hold yet.

    What was answered stays answered when the same file comes again.
    """
    known = {_key(remark) for remark in review.remarks}
    fresh = {_key(remark): remark for remark in new if _key(remark) not in known}
    return Review(remarks=(*review.remarks, *fresh.values()))


def _key(remark: Remark) -> tuple[str | None, ...]:
    return remark.kind, remark.author, remark.date, remark.quoted, remark.says


def spelled(review: Review, sheet: Path) -> str:
    """Return the file that keeps `review`, as text."""
    lines = [_HEAD.format(sheet=sheet.name) + "remarks:"]
    for remark in review.remarks:
        said = remark.model_dump(exclude={"done"}, exclude_none=True)
        pairs = [f"{key}: {scalar(str(value))}" for key, value in said.items()]
        pairs.append(f"done: {'yes' if remark.done else 'no'}")
        lines += [f"  {'-' if pair is pairs[0] else ' '} {pair}" for pair in pairs]
    return "\n".join(lines) + "\n" if review.remarks else ""
