// @ts-check
// One question at a time, if the reader likes. The choice is kept with the answers; deferred.css hides the others.
import { change, read } from "./storage.mjs";
import { all, required } from "./dom.mjs";

export class Steps {
  /** The question that is shown, from 0. */
  at = 0;

  /** @param {HTMLElement} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    this.resume();
  }

  get items() {
    return all(this.quiz, ".quiz__questions .quiz__item");
  }

  get chosen() {
    return read().view === "steps";
  }

  /** Goes to the question after the last that was answered. */
  resume() {
    const { items } = this;
    this.at = Math.min(items.findLastIndex((item) => item.querySelector(":checked")) + 1, items.length - 1);
  }

  /** Goes to the first. */
  begin() {
    this.at = 0;
    this.show();
  }

  /** Makes the page agree. */
  show() {
    const { items, at, chosen } = this;
    this.quiz.toggleAttribute("data-steps", chosen);
    this.quiz.toggleAttribute("data-last", at === items.length - 1);
    items.forEach((item, n) => item.toggleAttribute("data-current", n === at));
    required(this.quiz, ".quiz__progress").hidden = !chosen;
    required(this.quiz, ".quiz__progress [data-number]").textContent = `${at + 1}`;
    required(this.quiz, ".quiz__questions [data-back]").hidden = at === 0;
  }

  /** @param {number} to */
  go(to) {
    const item = this.items[(this.at = to)];
    this.show();
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  /** On to the next question; false where there is none, or all are shown. */
  next() {
    const goes = this.chosen && this.at < this.items.length - 1;
    if (goes) this.go(this.at + 1);
    return goes;
  }

  /** @param {Element} target */
  press(target) {
    const view = target.closest("[data-view]")?.getAttribute("data-view");
    if (view) {
      change((kept) => (kept.view = view));
      if (view === "steps") this.resume();
      this.go(this.at);
    }
    if (target.closest("[data-next]")) this.next();
    if (target.closest("[data-back]")) this.go(this.at - 1);
    const link = target.closest("a");
    const named = this.items.findIndex((item) => link?.hash === `#${item.id}`);
    if (named >= 0) {
      this.at = named;
      this.show();
    }
  }
}
