// @ts-check
// <rank-list>: answers that are put in order. Whoever ticks one gives it the next place, and its buttons move it by one.
// The rows stay where they are, so that nothing jumps from under a finger, a magnifier or a screen reader: the numbers in
// their boxes change, and the order as it is now is said below them, once. Ticks and their keeping are the quiz's own.
import { all, required } from "../../../dom.mjs";
import { isSecond } from "../../../press.mjs";
import { read } from "../../../storage.mjs";

/** @typedef {import("../../../quiz.mjs").Quiz} Quiz */

class RankList extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    const { quiz, boxes } = this;
    const kept = read().quizzes[quiz.dataset.quiz ?? ""]?.answers[boxes[0].name]?.split(",") ?? [];
    for (const box of boxes) if (kept.includes(box.value)) box.dataset.place = `${kept.indexOf(box.value) + 1}`;
    quiz.update?.(); // it may have taken over before this came, or be yet to do so
    this.addEventListener("click", this);
  }

  get quiz() {
    return /** @type {Quiz} */ (this.closest(".quiz"));
  }

  get boxes() {
    return /** @type {HTMLInputElement[]} */ (all(this, "input"));
  }

  /** What is ticked, in the reader's order; what was ticked just now comes last. */
  get order() {
    const { boxes } = this;
    const place = (/** @type {HTMLElement} */ { dataset }) => Number(dataset.place ?? boxes.length + 1);
    return boxes.filter(({ checked }) => checked).sort((a, b) => place(a) - place(b));
  }

  /** Gives every answer its place anew, and the points that go with it; called whenever an answer has changed. */
  count() {
    const { boxes, order } = this;
    const { scales, weight } = /** @type {HTMLElement} */ (this.closest("fieldset")).dataset;
    for (const box of boxes) {
      const place = order.indexOf(box) + 1, row = /** @type {HTMLElement} */ (box.closest(".quiz__ranked"));
      if (place) box.dataset.place = `${place}`;
      else delete box.dataset.place;
      if (scales) box.dataset.points = `${(boxes.length + 1 - place) * Number(weight ?? 1)}`;
      const said = required(row, "span");
      said.textContent = place ? (said.dataset.says ?? "").replace("{place}", `${place}`) : "";
      const [up, down] = all(row, "[data-move]");
      up.ariaDisabled = `${place === 1}`;
      down.ariaDisabled = `${place === order.length}`;
    }
    this.tell(order.map((box, n) => `${n + 1} ${box.parentElement?.textContent?.trim()}`));
  }

  /**
   * A change is what gets announced, so what has not changed is left alone.
   * @param {string[]} answers in order
   */
  tell(answers) {
    const said = required(this, "[role=status]"), { says = "", comma } = said.dataset;
    const words = answers.length ? says.replace("{order}", () => answers.join(comma)) : "";
    if (said.textContent !== words) said.textContent = words;
  }

  /** @param {Event} event a click; the quiz around it hears it too, and holds back what comes too soon after it */
  handleEvent(event) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-move]"));
    if (!button || isSecond(this.quiz, event)) return;
    const { order } = this, row = /** @type {HTMLElement} */ (button.closest(".quiz__ranked"));
    const box = /** @type {HTMLInputElement} */ (required(row, "input"));
    const from = order.indexOf(box), to = from + Number(button.dataset.move), other = order[to];
    if (!other) return; // it is the first, or the last
    box.dataset.place = `${to + 1}`;
    other.dataset.place = `${from + 1}`;
    box.dispatchEvent(new Event("change", { bubbles: true })); // the quiz counts and keeps it
  }
}

customElements.define("rank-list", RankList);
