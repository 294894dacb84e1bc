"""A self-assessment in plain words for researchers: ids, points and lines."""

from guidebook.engine.kinds.scales.model import ScalesQuiz


def codebook(written: ScalesQuiz) -> str:
    """Every item with its answers and points, and every scale with its lines, each by its id."""
    lines = [written.title, *([f"Origin: {written.origin.strip()}"] if written.origin else []), ""]
    for item in (item for block in written.blocks for item in block.items):
        marks = ["reversed"] * item.reverse + [f"counts {item.weight} times"] * (item.weight > 1)
        scales = written.scales_of(item)
        on = f"on {', '.join(scales)}" if scales else "not scored"
        lines.append(f"{item.id}: {item.stem} [{'; '.join([on, *marks])}]")
        lines += [f"    {r.id} = {r.said}  {r.label}" for r in written.responses_of(item)]
        if item.rank:
            lines.append(f"    put in order: {len(item.rank)} points for the first place, then one")
            lines.append("    fewer for each place; none without a place")
        for answer in item.rank or ():
            counts = f" [on {answer.scale}]" if answer.scale else ""
            lines.append(f"    {answer.id}  {answer.label}{counts}")
    for name, scale in written.scales.items():
        at = f" of answers with {scale.at} points or more" if scale.at is not None else ""
        leads = "; the one with the most points leads" if written.result == "leading" else ""
        lines += ["", f"{name}: {scale.title} [{scale.score}{at}{leads}]"]
        lines += [
            f"    from {scale.measure.shown(s)}  {b.title}"
            for b, s in zip(scale.bands, scale.starts, strict=True)
        ]
    return "\n".join(lines) + "\n"
