// @ts-check
// What the widgets share. Their words, points and conditions stand in the page; nothing is sent, and answers are
// kept until the tab is closed (kept.mjs).
import { change, read } from "./kept.mjs";
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

  /** Whether the reader has asked for the result. */
  scored = false;

  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    for (const type of Quiz.events) this.addEventListener(type, this);
    if (this.dataset.quiz) this.restore(this.dataset.quiz);
    this.update();
  }

  /**
   * Brings back what the reader had answered.
   * @param {string} quiz
   */
  restore(quiz) {
    const { answers, scored } = read();
    for (const input of all(this, "input")) {
      if (input instanceof HTMLInputElement && answers[quiz]?.[input.name] === input.value) input.checked = true;
    }
    this.scored = scored.includes(quiz);
  }

  /**
   * Keeps one answer, unless the gate asked for it.
   * @param {EventTarget | null} input
   */
  keep(input) {
    const { quiz } = this.dataset;
    if (!quiz || !(input instanceof HTMLInputElement) || input.closest(".quiz__gate")) return;
    change(({ answers }) => ((answers[quiz] ??= {})[input.name] = input.value));
  }

  disconnectedCallback() {
    for (const type of Quiz.events) this.removeEventListener(type, this);
  }

  /** Keeps that the result was asked for, or that the reader starts again. */
  keepScored() {
    const { quiz } = this.dataset;
    if (!quiz) return;
    change((kept) => {
      kept.scored = kept.scored.filter((other) => other !== quiz);
      if (this.scored) kept.scored.push(quiz);
      else delete kept.answers[quiz];
    });
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.finish();
    } else if (event.type === "reset") {
      this.scored = false;
      this.keepScored();
      required(this, "input").focus();
      setTimeout(() => this.update()); // the browser clears the answers after this event
    } else {
      this.keep(event.target);
      this.update();
    }
  }

  /** Makes the page agree with the answers; each widget its own way. */
  update() {
    this.toggleAttribute("data-scored", this.scored);
  }

  /** Shows the result and takes the reader there. */
  finish() {
    this.scored = true;
    this.keepScored();
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
