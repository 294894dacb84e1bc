// @ts-check
// What the tools share: a form that opens filled in, from what the reader had entered before or from a result, and
// makes a text of it. The text is kept beside the results, as one part of the reader's plan.
import { change, read } from "./kept.mjs";
import { Quiz, all, holds, required, today } from "./quiz.mjs";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/**
 * The reader's own words as they go into a line, which ends by itself.
 * @param {string} [words]
 */
export const tidy = (words = "") => words.replace(/\s+/g, " ").trim().replace(/[\s.。]+$/, "");

/** A tool: `compose` is its own. */
export class Tool extends Quiz {
  /** @override */
  static events = ["click", "input", "reset", "submit"]; // input: as it is typed

  /** The page's language, in the reader's own kind of it. */
  get locale() {
    const lang = this.closest("[lang]")?.getAttribute("lang") ?? "en";
    return navigator.languages.find((language) => language.startsWith(lang)) ?? lang;
  }

  /** Everything in the form that can be filled in and has a name. */
  get fields() {
    return all(this, "[name]").filter((e) => /** @type {Field} */ (e).form).map((e) => /** @type {Field} */ (e));
  }

  /** What is filled in now, by the names of the fields. */
  get filled() {
    /** @type {Record<string, string[]>} */
    const filled = {};
    for (const [name, value] of new FormData(/** @type {HTMLFormElement} */ (required(this, "form")))) {
      if (value) (filled[name] ??= []).push(String(value));
    }
    return filled;
  }

  /**
   * Fills in what the reader had entered; else what the last results suggest (data-suggested="quiz.scale=band,band").
   * @override
   * @param {string} tool
   */
  restore(tool) {
    const { plans, results } = read();
    const last = (/** @type {string} */ place) => {
      const [quiz, scale] = place.split(".");
      return results.findLast((result) => result.quiz === quiz)?.parts.find((part) => part.scale === scale)?.band;
    };
    const before = plans[tool]?.fields;
    for (const field of this.fields) {
      const { suggested } = field.dataset;
      if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
        if (before) field.checked = before[field.name]?.includes(field.value) ?? false;
        else if (suggested && holds(suggested, last)) field.checked = true;
      } else if (before) {
        field.value = before[field.name]?.[0] ?? "";
      }
    }
    this.scored = !!plans[tool]?.text;
  }

  /**
   * Keeps the form as it is now, and what was made of it.
   * @override
   */
  keep() {
    this.update();
    this.plan({ fields: this.filled, text: this.scored ? this.text() : "" });
  }

  /**
   * Keeps a part of what the tool has.
   * @param {Partial<import("./sound.mjs").Plan>} part
   */
  plan(part) {
    const { quiz } = this.dataset;
    const blank = { fields: {}, text: "" };
    if (quiz) change(({ plans }) => (plans[quiz] = Object.assign(blank, plans[quiz], part, { date: today() })));
  }

  /** @override */
  note() {}

  /** @override */
  clear() {
    const { quiz } = this.dataset;
    this.scored = false;
    if (quiz) change(({ plans }) => delete plans[quiz]);
  }

  /** @override */
  finish() {
    super.finish();
    this.keep();
    this.say({}, null);
  }

  /**
   * Composes the result once it was asked for, and again at each change from then on.
   * @override
   */
  update() {
    super.update();
    if (this.scored) this.compose();
  }

  /** Makes the result agree with the form. */
  compose() {}
}
