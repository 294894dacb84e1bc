// @ts-check
// <offline-box>: whether this browser keeps the book, and a way to change that (offline.html).
import { drop, isStored, store } from "../../../offline/cache.mjs";

class OfflineBox extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return;
    this.addEventListener("change", this);
    this.show();
    navigator.serviceWorker?.ready.then(() => this.show());
    this.dataset.live = "";
  }

  get box() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  async handleEvent() {
    try {
      if (this.box.checked) {
        this.tell("coming");
        await store();
      } else {
        await drop();
      }
      if (this.box.checked) await navigator.serviceWorker.ready;
      await this.show();
    } catch {
      this.tell("refused");
    }
  }

  /** Says what is so. */
  async show() {
    const here = await isStored().catch(() => false);
    this.box.checked = here;
    this.tell(here ? "kept" : "none");
  }

  /** @param {string} what */
  tell(what) {
    for (const said of this.querySelectorAll("[data-told]")) {
      if (said instanceof HTMLElement) said.hidden = said.dataset.told !== what;
    }
  }
}

customElements.define("offline-box", OfflineBox);
