// @ts-check
// <exit-page>: leaves at a press, or at Shift pressed three times (partials/exit.html). Another page takes this one's
// place, and what the tab had kept goes. The tab notes that it was left: Back, which would show an earlier step or
// place of such a page, leaves at once again. The browser's list of visits stays as it is.

const PRESSES = 3;
/** Milliseconds from the first press to the last. */
const IN_TIME = 5000;
const LEFT = "guidebook-left";

/**
 * Whether this tab was left, or from now on is.
 * @param {boolean} [now]
 */
const left = (now) => {
  try {
    if (now) {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith("guidebook")) sessionStorage.removeItem(key); // see storage.mjs
      sessionStorage.setItem(LEFT, "");
    }
    if (now === false) sessionStorage.removeItem(LEFT);
    return sessionStorage.getItem(LEFT) !== null;
  } catch {
    return false; // blocked: the page's place is taken all the same
  }
};

class ExitPage extends HTMLElement {
  /** @type {number[]} when Shift was pressed, and no other key since */
  pressed = [];

  connectedCallback() {
    if (this.closest(".md-tooltip2")) return;
    this.addEventListener("click", this);
    this.addEventListener("mousedown", this);
    addEventListener("keydown", this);
    addEventListener("pageshow", this); // a page as it was left, brought back whole
    const [visit] = performance.getEntriesByType("navigation");
    const back = /** @type {PerformanceNavigationTiming | undefined} */ (visit)?.type === "back_forward";
    if (back && left()) this.leave();
    else left(false);
  }

  disconnectedCallback() {
    removeEventListener("keydown", this);
    removeEventListener("pageshow", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof PageTransitionEvent) {
      if (event.persisted && left()) this.leave();
      return;
    }
    if (event instanceof KeyboardEvent) {
      if (event.repeat) return;
      this.pressed = event.key === "Shift" ? [...this.pressed, event.timeStamp].slice(-PRESSES) : [];
      const [first] = this.pressed;
      if (this.pressed.length < PRESSES || event.timeStamp - first > IN_TIME) return;
    }
    event.preventDefault(); // of a press that only begins, the focus: an open search would close, and this move from under the finger
    if (event.type === "mousedown") return;
    event.stopPropagation(); // the theme would add a page to the history
    this.leave();
  }

  leave() {
    const to = /** @type {HTMLAnchorElement} */ (this.firstElementChild).href;
    document.body.hidden = true; // at once, however slow the next page is
    left(true);
    location.replace(to);
  }
}

customElements.define("exit-page", ExitPage);
