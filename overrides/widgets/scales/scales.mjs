// @ts-check
// <quiz-scales>: adds up the answers and shows the passages that fit (scales.html).
import { read } from "../kept.mjs";
import { Quiz, all, chosen, holds, inWords, required, today } from "../quiz.mjs";
import { record } from "./record.mjs";
import { bandOf, bandsNear, score } from "./scoring.mjs";
import { Steps } from "./steps.mjs";

class QuizScales extends Quiz {
  steps = new Steps(this);

  /** Scale → its edition. */
  get editions() {
    return Object.fromEntries(all(this, "[data-scale]").map(({ dataset }) => [dataset.scale ?? "", dataset.edition ?? ""]));
  }

  /**
   * Says when the answers were given, if not today, and what has changed since.
   * @override
   * @param {string} quiz
   */
  restore(quiz) {
    super.restore(quiz);
    const { date, editions } = read().quizzes[quiz] ?? {};
    const changed = (/** @type {HTMLElement} */ { dataset }) => {
      const before = editions?.[dataset.scale ?? ""];
      return before ? before !== dataset.edition : false;
    };
    const scales = all(this, "[data-scale]");
    for (const scale of scales) required(scale, "[data-changed]").hidden = !changed(scale);
    required(this, ".quiz__questions > [data-changed]").hidden = !scales.some(changed);
    required(this, "[data-since]").hidden = !date || date === today();
    if (date) required(this, "[data-date]").textContent = inWords(date, this);
    this.steps.resume();
  }

  /**
   * The gate opens the questions; without an open gate there is no result.
   * @override
   */
  update() {
    const answers = chosen(this);
    const open = !this.querySelector(".quiz__gate") || !!this.querySelector("[name=gate]:checked:not([data-go])");
    this.toggleAttribute("data-open", open);
    const scored = open && this.scored;
    this.toggleAttribute("data-scored", scored);
    this.steps.show();
    /** @type {Record<string, { score: number | null, band: string | null }>} */
    const scores = {};
    for (const part of all(this, ".quiz__result :is([data-reading], [data-own], [data-when], [data-near], .quiz__steps, .quiz__strengths)")) {
      part.hidden = false; // a sheet to print is whole
    }
    if (scored) for (const scale of all(this, "[data-scale]")) scores[scale.dataset.scale ?? ""] = this.show(scale);
    for (const part of all(this, scored ? "[data-when]" : ".quiz__away")) {
      part.hidden =
        !holds(part.dataset.when, (item) => answers.get(item)) ||
        !holds(part.dataset.bands, (scale) => scores[scale]?.band);
    }
    for (const list of all(this, ".quiz__strengths")) {
      list.hidden = scored && list.closest("[data-band='']") !== null;
      required(list, "[data-looked]").hidden = all(list, "[data-when]").some((part) => !part.hidden);
    }
    if (scored) this.say(scores, null);
  }

  /**
   * Keeps which edition of each scale the answers were given to, and the result as it is now.
   * @override
   * @param {EventTarget | null} input
   */
  keep(input) {
    super.keep(input);
    this.note((kept) => (kept.editions = { ...this.editions, ...kept.editions }));
    if (this.hasAttribute("data-scored")) record(this);
  }

  /** @override */
  finish() {
    if (!this.hasAttribute("data-open") || this.steps.next()) return;
    for (const part of all(this, "[data-changed], [data-since]")) part.hidden = true;
    super.finish();
    this.note((kept) => (kept.editions = this.editions));
    record(this);
  }

  /**
   * @override
   * @param {Element} target
   */
  press(target) {
    super.press(target);
    this.steps.press(target);
  }

  /** @override */
  clear() {
    super.clear();
    for (const part of all(this, "[data-changed], [data-since]")) part.hidden = true;
    this.steps.at = 0;
    this.steps.show(); // or the first answer could not take the focus
  }

  /**
   * The readings and steps that are shown, without the way back to the questions.
   * @override
   */
  text() {
    const shown = (/** @type {HTMLElement} */ part) => part.getClientRects().length > 0; // else innerText tells all
    const parts = all(this, "[data-scale]").map((scale) =>
      all(scale, ":scope > :not([data-uncopied])").filter(shown).map((part) => part.innerText.trim()).join("\n"),
    );
    return [this.dataset.title, ...parts, location.origin + location.pathname].join("\n\n");
  }

  /**
   * Scores one scale and shows its readings.
   * @param {HTMLElement} scale
   */
  show(scale) {
    const id = scale.dataset.scale;
    const weight = (/** @type {HTMLElement} */ item) => Number(item.dataset.weight ?? 1);
    const items = all(this, `[data-scales~="${id}"]`);
    const answered = items.flatMap((item) =>
      all(item, ":checked[data-points]").map((input) => ({ points: Number(input.dataset.points), weight: weight(item) })),
    );
    const full = items.reduce((sum, item) => sum + weight(item), 0);
    const result = score(answered, full, Number(scale.dataset.min));
    const bands = all(scale, "[data-from]");
    const starts = bands.map((band) => Number(band.dataset.from));
    const name = (/** @type {number} */ n) => bands[n].dataset.reading ?? "";
    const near = result === null ? [] : bandsNear(result, starts).map(name);
    const band = result === null ? null : name(bandOf(result, starts));
    const [low, high] = [Number(scale.dataset.low), Number(scale.dataset.high)];
    const filled = ((result ?? low) - low) / (high - low || 1); // beyond 0 to 1 where answers are left out
    for (const bar of this.querySelectorAll(`[data-of="${id}"] .quiz__bar-score`)) {
      bar.setAttribute("width", String(100 * Math.min(1, Math.max(0, filled))));
    }
    for (const cell of all(this, `[data-of="${id}"] [data-points-of]`)) cell.textContent = String(result ?? "–");
    scale.dataset.score = String(result ?? "");
    scale.dataset.band = band ?? "";
    for (const part of all(this, `[data-of="${id}"] :is([data-reading], [data-own], [data-near], .quiz__steps)`)) {
      const { reading, own } = part.dataset;
      if (reading !== undefined) part.hidden = !near.includes(reading);
      else if (own !== undefined) part.hidden = own !== (band ?? "");
      else part.hidden = part.matches("[data-near]") ? near.length < 2 : band === null;
    }
    return { score: result, band };
  }
}

customElements.define("quiz-scales", QuizScales);
