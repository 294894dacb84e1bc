// @ts-check
// What the widgets share. Their words, points and conditions stand in the page; nothing is sent, and answers are
// kept until the tab is closed (kept.mjs).
import { change, read } from "./kept.mjs";
import { keepFromTheme } from "./stay.mjs";

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

/** The day by the reader's own calendar, as in 2026-11-22. */
export const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

/**
 * @param {string} date as in 2026-11-22
 * @param {Element} where whose language to say it in
 */
export const inWords = (date, where) =>
  new Date(`${date}T12:00`).toLocaleDateString(where.closest("[lang]")?.getAttribute("lang") ?? [], { dateStyle: "long" });

/** A widget: listens to its form and says when it is scored. */
export class Quiz extends HTMLElement {
  /** @type {string[]} */
  static events = ["change", "click", "reset", "submit"];

  get events() {
    return /** @type {typeof Quiz} */ (this.constructor).events;
  }

  /** Whether the reader has asked for the result. */
  scored = false;

  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    for (const type of this.events) this.addEventListener(type, this);
    if (this.dataset.quiz) this.restore(this.dataset.quiz);
    this.update();
  }

  disconnectedCallback() {
    for (const type of this.events) this.removeEventListener(type, this);
  }

  /**
   * Brings back what the reader had answered.
   * @param {string} quiz
   */
  restore(quiz) {
    const kept = read().quizzes[quiz];
    for (const input of all(this, "input[type=radio]")) {
      if (input instanceof HTMLInputElement && kept?.answers[input.name] === input.value) input.checked = true;
    }
    this.scored = kept?.scored ?? false;
  }

  /**
   * Keeps one answer, unless the gate asked for it.
   * @param {EventTarget | null} input
   */
  keep(input) {
    if (!(input instanceof HTMLInputElement) || !input.name || input.closest(".quiz__gate")) return;
    this.note((kept) => (kept.answers[input.name] = input.value));
  }

  /**
   * Changes what is kept of this quiz.
   * @param {(kept: import("./sound.mjs").Answered) => void} make
   */
  note(make) {
    const { quiz } = this.dataset;
    if (!quiz) return;
    change(({ quizzes }) => {
      quizzes[quiz] ??= { answers: {}, editions: {}, scored: false };
      quizzes[quiz].date = today();
      make(quizzes[quiz]);
    });
  }

  /** Forgets the answers to this quiz. */
  clear() {
    const { quiz } = this.dataset;
    this.scored = false;
    if (quiz) change(({ quizzes }) => delete quizzes[quiz]);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.finish();
    } else if (event.type === "reset") {
      this.clear();
      required(this, "input").focus();
      setTimeout(() => this.update()); // the browser clears the answers after this event
    } else if (event.type === "click") {
      this.press(/** @type {Element} */ (event.target));
      keepFromTheme(event);
    } else {
      this.update();
      this.keep(event.target);
    }
  }

  /**
   * What a press on a button or link of the widget does.
   * @param {Element} target
   */
  press(target) {
    if (target.closest("[data-print]")) print();
    const copy = target.closest("[data-copy]");
    if (copy) this.copy(copy.getAttribute("data-copy") || "data-text");
  }

  /**
   * What is copied: the words of the result, or of a part of it, that can be read now.
   * @param {string} [part]
   */
  text(part = "data-text") {
    return required(this, `[${part}]`).innerText;
  }

  /**
   * Puts the words of a part where the reader can paste them from, or marks them where that is not allowed.
   * @param {string} part
   */
  async copy(part) {
    const copied = await navigator.clipboard?.writeText(this.text(part)).then(() => "yes", () => "no") ?? "no";
    for (const said of all(this, "[data-copied]")) said.hidden = said.dataset.copied !== copied;
    if (copied === "no") getSelection()?.selectAllChildren(required(this, `[${part}]`));
  }

  /** Makes the page agree with the answers; each widget its own way. */
  update() {
    this.toggleAttribute("data-scored", this.scored);
  }

  /** Shows the result and takes the reader there. */
  finish() {
    this.scored = true;
    this.note((kept) => (kept.scored = true));
    this.update();
    const ready = required(this, ".quiz__ready");
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
