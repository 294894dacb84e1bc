// @ts-check
// <exit-page>: leaves at a press, or at Shift pressed three times (partials/exit.html). Another page takes this one's
// place, so that Back does not lead here, and what the tab had kept goes. The browser's history stays as it is.
import { forget } from "../kept.mjs";

const PRESSES = 3;
/** Milliseconds from the first press to the last. */
const IN_TIME = 5000;

class ExitPage extends HTMLElement {
  /** @type {number[]} when Shift was pressed, and no other key since */
  pressed = [];

  connectedCallback() {
    if (this.closest(".md-tooltip2")) return;
    this.addEventListener("click", this);
    addEventListener("keydown", this);
  }

  disconnectedCallback() {
    removeEventListener("keydown", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) {
      if (event.repeat) return;
      this.pressed = event.key === "Shift" ? [...this.pressed, event.timeStamp].slice(-PRESSES) : [];
      const [first] = this.pressed;
      if (this.pressed.length < PRESSES || event.timeStamp - first > IN_TIME) return;
    }
    event.preventDefault();
    event.stopPropagation(); // the theme would add a page to the history
    this.leave();
  }

  leave() {
    const to = /** @type {HTMLAnchorElement} */ (this.firstElementChild).href;
    document.body.hidden = true; // at once, however slow the next page is
    forget("tab");
    location.replace(to);
  }
}

customElements.define("exit-page", ExitPage);
