// @ts-check
// What the widgets share. Their words, points and conditions stand in the page; nothing is sent, and answers are
// stored in the tab for a while (storage.mjs). What is not needed before the first answer is in deferred.mjs.
import { all, required, today } from "./dom.mjs";
import { prefilled } from "./prefilled.mjs";
import { isHeld, isSecond, settle } from "./press.mjs";
import { change, opened } from "./storage.mjs";

/** @type {typeof import("./deferred.mjs")} */
let deferred;

/** A widget: listens to its form and says when it is scored. */
export class Quiz extends HTMLElement {
  static events = ["change", "click", "keydown", "reset", "submit"];

  /** Whether the reader has asked for the result. */
  scored = false;

  /** Whether something of it was stored when this was last looked at. */
  stored = false;

  /** Its name; none if nothing of it is kept. */
  get quiz() {
    return this.dataset.quiz ?? "";
  }

  /**
   * What is chosen and typed now, by the names of the fields; a list where several answers are chosen.
   * @returns {Record<string, any>}
   */
  get answers() {
    const data = new FormData(/** @type {HTMLFormElement} */ (required(this, "form")));
    return Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).length > 1 ? data.getAll(name) : data.get(name)]));
  }

  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    const filled = prefilled(this);
    if (this.quiz) {
      const kept = opened();
      this.restore(kept);
      this.stored = this.isIn(kept);
    }
    for (const { field, held } of filled) Object.assign(field, held);
    this.update();
    this.dataset.live = ""; // all has gone well: the page may show what only script makes work
    for (const type of /** @type {typeof Quiz} */ (this.constructor).events) this.addEventListener(type, this);
    for (const type of ["storage", "pageshow"]) addEventListener(type, this);
    for (const { field } of filled) {
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true })); // as if done now
    }
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) removeEventListener(type, this);
  }

  /**
   * @param {import("./validate.mjs").Stored} kept
   * @returns {boolean} whether something of this widget is in it
   */
  isIn({ quizzes }) {
    return this.quiz in quizzes;
  }

  /** Empties itself if what was stored of it is gone: deleted in another tab, or on a page since. */
  follow() {
    if (this.stored) this.later(({ followed }) => followed(this));
  }

  /**
   * Brings back what the reader had answered.
   * @param {import("./validate.mjs").Stored} kept from all widgets
   */
  restore({ quizzes, view }) {
    const kept = quizzes[this.quiz];
    for (const input of /** @type {HTMLInputElement[]} */ (all(this, ":is([type=radio], [type=checkbox][name]):not(.quiz__gate *)"))) {
      if (kept?.answers[input.name]?.split(",").includes(input.value)) input.checked = true;
    }
    for (const field of /** @type {HTMLTextAreaElement[]} */ (all(this, ".quiz__item > textarea"))) {
      field.value = kept?.answers[field.name] ?? field.value;
    }
    if (kept || view) this.later(({ restored }) => restored(this, kept));
  }

  /**
   * Does what is not needed before the first answer. If that does not come, the answers are kept and scored without
   * it, and quiz.css hides the buttons that need it.
   * @param {(deferred: typeof import("./deferred.mjs")) => void} act
   */
  later(act) {
    if (deferred) act(deferred);
    else import("./deferred.mjs").then((come) => act((deferred = come)), () => this.toggleAttribute("data-limited", true));
  }

  /**
   * Keeps one answer, unless the gate asked for it.
   * @param {HTMLInputElement} input
   */
  store(input) {
    const { name, value } = input;
    const place = (/** @type {HTMLElement} */ { dataset }) => Number(dataset.place ?? 0); // of answers put in order
    const ticked = () => all(this, `[name="${name}"]:checked`).sort((a, b) => place(a) - place(b));
    const chosen = input.type === "checkbox" ? `${ticked().map((each) => each.getAttribute("value"))}` : value;
    if (name && !input.closest(".quiz__gate")) this.note((kept) => (kept.answers[name] = chosen));
  }

  /**
   * Changes what is kept of this quiz.
   * @param {(kept: import("./validate.mjs").Answered) => void} make
   */
  note(make) {
    if (!this.quiz) return;
    this.stored = !!change(({ quizzes }) => {
      const kept = (quizzes[this.quiz] ??= { answers: {}, editions: {}, scored: false });
      kept.date = today();
      make(kept);
    });
  }

  /** Forgets the answers. */
  clear() {
    this.stored = false;
    change(({ quizzes }) => delete quizzes[this.quiz]);
    this.emptied();
  }

  /** What goes with the answers, besides the form and the result. */
  emptied() {}

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "storage" || type === "pageshow") this.follow();
    else if (type === "submit") this.finish();
    else if (event instanceof KeyboardEvent) {
      const field = /** @type {HTMLInputElement} */ (target), isAnswer = /radio|checkbox/.test(field.type ?? "");
      if (isHeld(this, event)) event.preventDefault();
      else if (event.key === "Enter" && isAnswer && this.enter(field)) event.preventDefault();
    } else if (type === "click") {
      if (isSecond(this, event)) return event.preventDefault();
      if (/** @type {Element} */ (target).closest("button")) settle(this);
      this.press(/** @type {Element} */ (target));
    } else if (type === "reset") {
      this.scored = false;
      this.clear();
      required(this, "input").focus();
      setTimeout(() => this.update()); // the browser clears the answers after this event
    } else {
      this.update();
      this.store(/** @type {HTMLInputElement} */ (target));
    }
  }

  /**
   * What a press on a button or link of the widget does.
   * @param {Element} target
   */
  press(target) {
    this.later(({ pressed }) => pressed(this, target));
  }

  /** The questions that have no answer. */
  get unanswered() {
    return all(this, ".quiz__questions .quiz__item").filter((item) => !item.querySelector(":checked, textarea"));
  }

  /**
   * Enter on an answer must not end what is not finished. It moves on from a question that is answered to the next that
   * is open; where none is, the browser presses the button.
   * @param {HTMLInputElement} answer
   * @returns {boolean} whether that is all that Enter does
   */
  enter(answer) {
    const { unanswered } = this;
    if (unanswered.some((item) => item.contains(answer))) return true;
    const after = unanswered.find((item) => answer.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
    const next = after ?? unanswered[0];
    if (next) required(next, "input").focus();
    return !!next;
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
    settle(this);
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }

  /**
   * @param {Record<string, { score: number | null, band: string | null }>} scores
   * @param {string | null} outcome
   */
  say(scores, outcome) {
    const detail = { quiz: this.quiz, scores, outcome };
    this.dispatchEvent(new CustomEvent("quiz:scored", { bubbles: true, detail }));
  }
}
