// @ts-check
// <quiz-scales>: adds up the answers and shows the passages that fit (scales.html).
import { Quiz, all, chosen, holds } from "../quiz.mjs";
import { bandOf, bandsNear, score } from "./scoring.mjs";

class QuizScales extends Quiz {
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
    /** @type {Record<string, { score: number | null, band: string | null }>} */
    const scores = {};
    for (const part of all(this, ".quiz__result [hidden]")) part.hidden = false; // a sheet to print is whole
    if (scored) for (const scale of all(this, "[data-scale]")) scores[scale.dataset.scale ?? ""] = this.show(scale);
    for (const part of all(this, scored ? "[data-when]" : ".quiz__away")) {
      part.hidden =
        !holds(part.dataset.when, (item) => answers.get(item)) ||
        !holds(part.dataset.bands, (scale) => scores[scale]?.band);
    }
    for (const list of all(this, ".quiz__strengths")) {
      list.hidden = all(list, "[data-when]").every((part) => part.hidden);
    }
    if (scored) this.say(scores, null);
  }

  /** @override */
  finish() {
    if (this.hasAttribute("data-open")) super.finish();
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
