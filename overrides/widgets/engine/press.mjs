// @ts-check
// One press does one thing. A second that comes before anybody can have seen what the first has changed (a double
// click, a trembling hand, a key held down) belongs to the first. So a widget is out of reach for a moment after each
// press of a button: for pointers by quiz.css, for keys by `isSecond`. Who presses any other key meanwhile, as Tab to
// the next button, has seen where they are, and is not kept waiting. Scripts that press are not slowed at all.

/** Milliseconds: so long, systems take two clicks for one double click. */
const SETTLES = 500;

/** @type {WeakMap<HTMLElement, object>} widget → its last press */
const last = new WeakMap();

/** @param {HTMLElement} widget */
const settled = (widget) => {
  delete widget.dataset.settling;
};

/**
 * Has a widget settle: from when its change is painted.
 * @param {HTMLElement} widget
 */
export const settle = (widget) => {
  const press = {};
  last.set(widget, press);
  widget.dataset.settling = "";
  requestAnimationFrame(() => setTimeout(() => last.get(widget) === press && settled(widget), SETTLES));
};

/**
 * Whether a click belongs to the press before it.
 * @param {HTMLElement} widget
 * @param {Event} click
 */
export const isSecond = (widget, click) => "settling" in widget.dataset && click.isTrusted;

/**
 * Whether a key only repeats a press, being held down; any key but those that press lets the widget settle at once.
 * @param {HTMLElement} widget
 * @param {KeyboardEvent} event
 */
export const isHeld = (widget, { key, repeat, target }) => {
  const presses = key === "Enter" || key === " ";
  if (!presses) settled(widget);
  return presses && repeat && /** @type {Element} */ (target).matches("button, a, summary, [type=radio], [type=checkbox]");
};
