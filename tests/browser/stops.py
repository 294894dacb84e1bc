"""The stops of the Tab key: which they are, where they lie, and whether one sees that they have the focus."""

from dataclasses import dataclass

from playwright.sync_api import Page

LOOK = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const shown = (stop.matches("[type=radio], [type=checkbox]") && stop.closest("label")) || stop;
  const { left, top, right, bottom } = shown.getClientRects()[0] ?? new DOMRect(); // the first line of a long link
  const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left && bottom > top;
  const within = (low, high, end) => Math.min(end - 1, Math.max(0, (low + high) / 2));
  const there = document.elementFromPoint(within(left, right, innerWidth), within(top, bottom, innerHeight));
  const style = getComputedStyle(shown);
  return {
    name: `${stop.localName}.${stop.className} ${stop.ariaLabel ?? stop.textContent ?? ""}`.trim().slice(0, 60),
    seen: inside && !!there && (shown.contains(there) || there.contains(shown)),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
  };
}"""


@dataclass(frozen=True)
class Stop:
    """One element that the Tab key comes to."""

    name: str
    """For whoever reads that a test failed."""
    seen: bool
    """Whether it lies in the window, with nothing on top."""
    ringed: bool


def stop(page: Page) -> Stop | None:
    """Where the focus is; none once it has left the page."""
    found = page.evaluate(LOOK)
    return Stop(**found) if found else None


def tab(page: Page, *, most: int = 400) -> list[Stop]:
    """From here to the end of the page."""
    stops: list[Stop] = []
    while len(stops) < most:
        page.keyboard.press("Tab")
        if (found := stop(page)) is None:
            break
        stops.append(found)
    return stops
