// @ts-check
// <keep-box>: whether what the reader enters is remembered on this device (keep.html).
import { remember, remembered } from "./storage.mjs";
import { required } from "./quiz.mjs";

class KeepBox extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return;
    this.addEventListener("change", this);
    addEventListener("storage", this); // another tab, or another box, has changed it
    this.show();
    this.hidden = false; // a tick before now would have been lost
  }

  disconnectedCallback() {
    removeEventListener("storage", this);
  }

  get box() {
    return /** @type {HTMLInputElement} */ (required(this, "input"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") {
      event.stopPropagation(); // no answer to the quiz around it
      const done = remember(this.box.checked);
      required(this, "[data-refused]").hidden = done;
      dispatchEvent(new Event("storage"));
    }
    this.show();
  }

  /** The box says what is so; `defaultChecked`, so that it outlasts a reset of the form around it. */
  show() {
    this.box.defaultChecked = this.box.checked = remembered();
  }
}

customElements.define("keep-box", KeepBox);
