"""A spreadsheet of items (CSV) as a quiz file, and a quiz as a spreadsheet again: what a codebook holds.

One row an item: `item`, `answers` and `points` (each parted by |), `scale` (or several, parted by |), and, where they
are needed, `reversed`, `weight` and `several`.
Where answers are put in order, `points` says rank, and `scale` has one for each answer, or - for none.
Points may be given by scale, as in `Contact 2, Friend 1`; such a row needs no `scale`.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from guidebook.engine.kinds.scales import places
from guidebook.engine.kinds.scales.model import Item, ScalesQuiz
from guidebook.engine.messages.sentences import id_like
from guidebook.engine.spreadsheet import points_cell
from guidebook.engine.spreadsheet.points_cell import Points
from guidebook.engine.spreadsheet.rows import COLUMNS, NO_SCALE, PARTED, RANK, Row


def quiz(found: list[Row], title: str) -> str:
    """A quiz file of these items. Each scale has one band, to be divided by whoever knows its lines.

    Where answers give points by scale, the scale that leads is the result, and each has a text in place of bands.
    """
    shared = next((row.answers for row in found if not row.ranked), ())
    named = dict.fromkeys(scale for row in found for scale in (*row.scales, *row.named))
    scales = [scale for scale in named if scale != NO_SCALE]
    leading = len(scales) > 1 and any(row.named for row in found)
    ids = dict(zip(scales, _ids(scales), strict=True))
    lines = [
        "kind: scales",
        f"title: {_said(title)}",
        *(["result: leading  # left out, each scale has bands in place of its text"] * leading),
        *(["responses:", *_responses(shared, "  ", ids)] if shared else []),
        "scales:",
    ]
    for scale in scales:
        lines += [f"  {ids[scale]}:", f"    title: {_said(scale)}"]
        if leading:
            lines.append('    text: "Say what it suggests that this leads."')
            continue
        lowest = sum(_lowest(row, scale) for row in found if scale in (*row.scales, *row.named))
        lines += [
            "    bands:  # divide it where its lines are, and say what each part suggests",
            f'      - {{from: {lowest}, id: all, title: All scores, text: "Say what they suggest."}}',
        ]
    lines += ["blocks:", "  - title: Questions", "    items:"]
    for row, name in zip(found, _ids(row.item for row in found), strict=True):
        lines += [f"      - id: {name}", f"        stem: {_said(row.item)}"]
        lines += [f"        weight: {row.weight}"] * (row.weight != 1)
        lines += ["        several: true"] * row.several
        if row.ranked:
            lines += ["        rank:", *_ranked(row, ids)]
            continue
        if row.scales:
            lines.append(f"        scale: [{', '.join(ids[scale] for scale in row.scales)}]")
        if row.reversed:
            lines.append("        reverse: true")
        if row.answers != shared:
            lines += ["        responses:", *_responses(row.answers, "          ", ids)]
    return "\n".join(lines) + "\n"


def table(written: ScalesQuiz) -> str:
    """The items of a quiz that count on scales, as a spreadsheet."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(COLUMNS)
    titles = {name: scale.title for name, scale in written.scales.items()}
    for item in (i for block in written.blocks for i in block.items if written.scales_of(i)):
        if item.rank:
            on = [titles[r.scale] if r.scale else NO_SCALE for r in item.rank]
            labels = PARTED.join(answer.label for answer in item.rank)
            sheet.writerow([item.stem, labels, RANK, PARTED.join(on), "", *_ways(item)])
            continue
        responses = written.responses_of(item)
        points = [points_cell.written(response, titles) for response in responses]
        cells = ([r.label for r in responses], points, [titles[scale] for scale in item.scale])
        turned = "yes" if item.reverse else ""
        sheet.writerow([item.stem, *map(PARTED.join, cells), turned, *_ways(item)])
    return out.getvalue()


def _ways(item: Item) -> tuple[str, str]:
    """The cells `weight` and `several`; empty where nothing is said."""
    return f"{item.weight}" if item.weight != 1 else "", "yes" if item.several else ""


def _lowest(row: Row, scale: str) -> int:
    """The least that a scale gets of an item that was answered in full."""
    if row.ranked:
        least = min(places.in_full(row.scales.count(scale), len(row.answers)))
    else:
        points = [points_cell.on(each, scale) for _, each in row.answers]
        least = sum(min(p, 0) for p in points) if row.several else min(points)
    return row.weight * least


def _ranked(row: Row, ids: Mapping[str, str]) -> Iterator[str]:
    labels = [label for label, _ in row.answers]
    for label, name, scale in zip(labels, _ids(labels), row.scales, strict=True):
        counts = f", scale: {ids[scale]}" if scale in ids else ""
        yield f"          - {{id: {name}, label: {_said(label)}{counts}}}"


def _responses(
    answers: Iterable[tuple[str, Points]], indent: str, ids: Mapping[str, str]
) -> Iterator[str]:
    answers = list(answers)
    for (label, points), name in zip(answers, _ids(label for label, _ in answers), strict=True):
        yield f"{indent}- {{id: {name}, label: {_said(label)}, points: {points_cell.as_yaml(points, ids)}}}"


def _ids(texts: Iterable[str]) -> list[str]:
    """A legal id for each, all different."""
    found: list[str] = []
    for text in texts:
        name, n = id_like(text)[:50].rstrip("-"), 2
        own = name
        while own in found:
            own, n = f"{name}-{n}", n + 1
        found.append(own)
    return found


def _said(text: str) -> str:
    """A text that YAML reads as it stands."""
    return json.dumps(text, ensure_ascii=False)
