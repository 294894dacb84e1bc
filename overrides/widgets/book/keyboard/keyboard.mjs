// @ts-check
// The theme's menu and search for those who use no mouse. Each is opened by a hidden checkbox, whose labels no key can
// reach: here they become buttons (buttons.mjs). The focus moves into what opens, stays there while that covers the
// page, and goes back when it closes. What is closed is out of reach by styles/menu.css, once <html> says data-keyboard.
import { focusHeading } from "./arrive.mjs";
import { every, prepare } from "./buttons.mjs";
import "../../engine/instant-navigation.mjs";

const STOPS = "a[href], button, input:not([type=checkbox]), summary, [role=button]";
/** Keys with which the theme leaves the page or opens the search: a slip, or a word said to a machine that types. */
const LETTERS = /^[pnfs,.]$/;
const TYPED_INTO = "textarea, select, input:not([type=radio], [type=checkbox])";

/** The menu or the search. */
class Part {
  /** @type {HTMLElement | undefined} what had the focus before it opened */
  before;
  /** Whether it closes because a link in it is followed. */
  left = false;

  /**
   * @param {string} toggle
   * @param {string} panel
   * @param {MediaQueryList} narrow where it covers the page
   */
  constructor(toggle, panel, narrow) {
    this.toggle = /** @type {HTMLInputElement} */ (document.getElementById(toggle));
    this.selector = panel;
    this.narrow = narrow;
  }

  /** None in a copy without search. Another after each move to a page. */
  get panel() {
    return document.querySelector(this.selector);
  }

  get open() {
    return this.toggle.checked && !!this.panel;
  }

  get covers() {
    return this.open && this.narrow.matches;
  }

  /** @param {EventTarget | null} target */
  has(target) {
    return target instanceof Node && !!this.panel?.contains(target);
  }
}

const menu = new Part("__drawer", ".md-sidebar--primary", matchMedia("(max-width: 76.234375em)"));
const search = new Part("__search", ".md-search", matchMedia("(max-width: 59.984375em)"));
const parts = [menu, search];

/** @type {HTMLElement[]} what is out of reach behind an open part */
let behind = [];

/** Makes the page agree with what is open, and with the width of the window. */
const update = () => {
  prepare(menu, search);
  for (const part of behind) part.inert = false;
  behind = [];
  const top = parts.find(({ covers }) => covers);
  for (let at = top?.panel; at && at !== document.body; at = at.parentElement) {
    const others = every(":scope > :not(.md-overlay, [data-md-component=announce])", at.parentElement ?? at); // help stays in reach
    behind.push(...others.filter((other) => other !== at && !other.inert));
  }
  for (const part of behind) part.inert = true;
};

/** @param {Element | null} within */
const enter = (within) =>
  every(STOPS, within ?? document).find((stop) => stop.getClientRects().length && getComputedStyle(stop).visibility === "visible")?.focus();

/** @param {Part} part just opened or closed */
const follow = (part) => {
  const { activeElement } = document;
  if (part.open) {
    part.left = false;
    if (part.covers) enter(part.panel);
  } else if (part.left) {
    focusHeading(); // until now the menu has kept the new page out of reach
  } else if (activeElement === document.body || part.has(activeElement)) {
    part.before?.focus({ preventScroll: true });
  }
};

/** @param {KeyboardEvent} event */
const pressed = (event) => {
  const { key, target } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const claim = () => {
    event.preventDefault();
    event.stopPropagation(); // the theme would do it once more, or otherwise
  };
  if ((key === "Enter" || key === " ") && target.matches("label[role=button]")) {
    claim();
    target.click();
  } else if (key === "Escape" && menu.covers) {
    claim();
    menu.toggle.click();
  } else if (key === "Tab" && search.open) {
    event.stopPropagation(); // the theme would close it, with its results out of reach
  } else if (!search.open && !target.matches(TYPED_INTO)) {
    if (LETTERS.test(key)) event.stopPropagation();
    if (key !== "/" || !search.panel) return;
    claim();
    if (search.narrow.matches) search.toggle.click();
    else enter(search.panel);
  }
};

document.addEventListener("keydown", pressed, true);
document.addEventListener("focusin", ({ target }) => {
  for (const part of parts) if (!part.open && !part.has(target)) part.before = /** @type {HTMLElement} */ (target);
});
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!search.open || !search.has(target) || !relatedTarget || search.has(relatedTarget)) return;
  search.left = true; // the focus is on its way elsewhere, and must not be called back
  search.toggle.click();
});
document.addEventListener("click", ({ target }) => {
  for (const part of parts) part.left ||= part.has(target) && target instanceof Element && !!target.closest("a[href]");
}, true);
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches(".md-toggle")) return;
  update();
  for (const part of parts) if (part.toggle === target) follow(part);
  if (!menu.covers || !target.matches(".md-nav__toggle")) return;
  if (target.checked) enter(target.parentElement?.querySelector(".md-nav") ?? null);
  else every(`.md-nav__link[for="${target.id}"]`)[0]?.focus();
});
const found = search.panel?.querySelector(".md-search-result");
const results = new MutationObserver(() => {
  for (const link of every(".md-search-result a[tabindex]")) link.removeAttribute("tabindex"); // the theme leaves them to the arrow keys
});
if (found) results.observe(found, { childList: true, subtree: true });
for (const { narrow } of parts) narrow.addEventListener("change", update);
update(); // a page opened from a folder is told by nobody
/** @type {any} */ (self).document$?.subscribe(update);
document.documentElement.dataset.keyboard = "";
