// @ts-check
// <remember-box>: whether what the reader enters is remembered on this device (remember/box.html), and why not, if it cannot be.
import { remember, trouble } from "./remember.mjs";
import { remembered } from "./storage.mjs";
import { all, required } from "./dom.mjs";

class RememberBox extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return;
    this.addEventListener("change", this);
    // another tab, or another box, has changed it, or the device takes no more; or the page was away
    for (const type of ["storage", "pageshow"]) addEventListener(type, this);
    this.show();
    this.hidden = false; // a tick before now would have been lost
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) removeEventListener(type, this);
  }

  get box() {
    return /** @type {HTMLInputElement} */ (required(this, "input"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") {
      event.stopPropagation(); // no answer to the quiz around it
      remember(this.box.checked);
    }
    this.show();
  }

  /** The box says what is so; `defaultChecked`, so that it outlasts a reset of the form around it. */
  show() {
    this.box.defaultChecked = this.box.checked = remembered();
    const now = trouble();
    for (const said of all(this, "[data-trouble]")) said.hidden = said.dataset.trouble !== now;
    this.tell(now);
  }

  /**
   * Says it among the questions, too, where they are on the screen without this box.
   * @param {string} now
   */
  tell(now) {
    const place = this.closest(".quiz")?.querySelector(".quiz__questions > .quiz__moves");
    if (!place) return;
    const told = place.previousElementSibling?.matches(".quiz__trouble") ? place.previousElementSibling : null;
    const seen = this.getClientRects().length > 0;
    const words = seen ? "" : all(this, `[data-trouble="${now}"]`).map((said) => said.textContent).join("");
    if (!told && !words) return;
    const status = told ?? Object.assign(document.createElement("p"), { className: "quiz__trouble quiz__screen", role: "status" });
    if (!told) place.before(status);
    if (status.textContent !== words) status.textContent = words;
  }
}

customElements.define("remember-box", RememberBox);
