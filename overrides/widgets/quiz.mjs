// @ts-check
// What the widgets share. Their words, points and conditions stand in the page; nothing is stored,
// nothing is sent.
import "./stay.mjs";

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const all = (root, selector) => [...root.querySelectorAll(selector)].filter((e) => e instanceof HTMLElement);

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export const required = (root, selector) => {
  const [found] = all(root, selector);
  if (!found) throw new Error(`<${root.localName}> lacks ${selector}`);
  return found;
};

/**
 * The answers chosen below `root`, by the names of their groups.
 * @param {Element} root
 * @returns {Map<string, string>}
 */
export const chosen = (root) =>
  new Map(all(root, "input:checked").map((e) => [e.getAttribute("name") ?? "", e.getAttribute("value") ?? ""]));

/**
 * Whether every condition of "item=answer,answer other=answer" holds.
 * @param {string | undefined} conditions
 * @param {(name: string) => string | null | undefined} value
 * @returns {boolean}
 */
export const holds = (conditions, value) =>
  (conditions ?? "").split(" ").filter(Boolean).every((condition) => {
    const [name, values] = condition.split("=");
    return values.split(",").includes(value(name) ?? "");
  });

/** A widget: listens to its form and says when it is scored. */
export class Quiz extends HTMLElement {
  /** @type {string[]} */
  static events = ["change", "reset", "submit"];

  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    for (const type of Quiz.events) this.addEventListener(type, this);
    this.update();
  }

  disconnectedCallback() {
    for (const type of Quiz.events) this.removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.finish();
    } else if (event.type === "reset") {
      this.toggleAttribute("data-scored", false);
      required(this, "input").focus();
      setTimeout(() => this.update()); // the browser clears the answers after this event
    } else {
      this.update();
    }
  }

  /** Makes the page agree with the answers; each widget its own way. */
  update() {}

  /** Shows the result and takes the reader there. */
  finish() {
    this.toggleAttribute("data-scored", true);
    this.update();
    const ready = required(this, "[role=status] > span");
    ready.hidden = true;
    requestAnimationFrame(() => (ready.hidden = false)); // a change is what gets announced
    this.arrive(required(this, ".quiz__result"));
  }

  /**
   * Takes the reader to a part of the page.
   * @param {HTMLElement} part
   */
  arrive(part) {
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }

  /**
   * @param {Record<string, { score: number | null, band: string | null }>} scores
   * @param {string | null} outcome
   */
  say(scores, outcome) {
    const detail = { quiz: this.dataset.quiz, scores, outcome };
    this.dispatchEvent(new CustomEvent("quiz:scored", { bubbles: true, detail }));
  }
}
