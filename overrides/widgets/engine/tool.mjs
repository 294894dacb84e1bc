// @ts-check
// What the tools share: a form that opens filled in, from what the reader had entered before or from a result, and
// makes a text of it. The text is kept beside the results, as one part of the reader's plan.
import { change } from "./storage.mjs";
import { historyOf } from "./history.mjs";
import { all, holds, required, today } from "./dom.mjs";
import { Quiz } from "./quiz.mjs";

/**
 * A line with its gaps filled; those that nothing fills stay to be filled in by hand.
 * @param {string | undefined} line as in "At {times}"
 * @param {Record<string, unknown>} known
 */
export const fill = (line = "", known) => line.replace(/\{(\w+)\}/g, (_, gap) => `${known[gap] || "______"}`);

/**
 * The reader's own words as they go into a line, which ends by itself.
 * @param {string} [words]
 */
export const tidy = (words = "") => words.replace(/\s+/g, " ").trim().replace(/[\s.。]+$/, "");

/** A tool: `compose` is its own. */
export class Tool extends Quiz {
  /** @override */
  static events = ["click", "input", "keydown", "reset", "submit"]; // input: as it is typed

  /** The page's language, in the reader's own kind of it. */
  get locale() {
    const lang = this.closest("[lang]")?.getAttribute("lang") ?? "en";
    const known = (/** @type {string} */ tag) => {
      try {
        return Intl.getCanonicalLocales(tag).length > 0;
      } catch {
        return false; // as en-US@posix, which some systems name
      }
    };
    return [...navigator.languages, lang].find((tag) => tag.startsWith(lang) && known(tag)) ?? "en";
  }

  /** Everything in the form that can be filled in and has a name. */
  get fields() {
    return /** @type {HTMLInputElement[]} */ (all(this, ":is(input, textarea, select)[name]"));
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
   * @param {import("./validate.mjs").Stored} kept
   */
  restore(kept) {
    const { plans, results } = historyOf(kept);
    const last = new Map(results.map(({ quiz, parts }) => [quiz, parts.map(({ scale, band }) => [`${quiz}.${scale}`, band])]));
    const bands = Object.fromEntries([...last.values()].flat());
    const before = plans[this.quiz]?.fields;
    for (const field of this.fields) {
      const { name, value, type, dataset: { suggested } } = field;
      if (["checkbox", "radio"].includes(type)) {
        const suits = !!suggested && holds(suggested, bands);
        field.checked = before ? !!before[name]?.includes(value) : field.checked || suits;
        field.parentElement?.querySelector("[data-suggests]")?.toggleAttribute("hidden", !suits || !field.checked);
      } else if (before) {
        field.value = before[name]?.[0] ?? "";
      }
    }
    this.scored = !!plans[this.quiz]?.text;
  }

  /**
   * Keeps the form as it is now, and what was made of it.
   * @override
   */
  store() {
    this.update();
    const plan = { fields: this.filled, text: this.scored ? this.text : "", date: today() };
    this.stored = !!change((kept) => (kept.plans = { ...historyOf(kept).plans, [this.quiz]: plan }));
  }

  /** @override */
  note() {}

  /**
   * A form that opens filled in could be taken for finished at any Enter.
   * @override
   */
  enter() {
    return true;
  }

  /** What was made, in words. */
  get text() {
    return required(this, "[data-text]").innerText;
  }

  /** @override @param {import("./validate.mjs").Stored} kept */
  isIn(kept) {
    return this.quiz in historyOf(kept).plans;
  }

  /** @override */
  clear() {
    this.stored = false;
    change((kept) => {
      const { [this.quiz]: gone, ...plans } = historyOf(kept).plans;
      kept.plans = plans;
    });
    this.emptied();
  }

  /** @override */
  finish() {
    super.finish();
    this.store();
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
