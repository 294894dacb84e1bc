// @ts-check
// <quiz-leading>: a self-assessment whose scales are categories (leading.html). It names those with the most points, and
// tells the share of each. hooks/guidebook/engine/kinds/scales/leading.py is the reference; a test holds them together.
import { all, required } from "../../../dom.mjs";
import { QuizScales } from "../scales.mjs";

/**
 * The positions of the highest score, every one of them; none if a score is missing or all are 0.
 * @param {(number | null)[]} scores
 */
const leaders = (scores) => {
  const most = Math.max(...scores.map((score) => score ?? 0));
  return most && !scores.includes(null) ? scores.flatMap((score, n) => (score === most ? [n] : [])) : [];
};

/**
 * What each score is of their sum, in whole percent. By largest remainder; but equal scores have equal shares, and where
 * the last percents cannot be dealt out so, they are left out.
 * @param {number[]} scores 0 or more
 */
const shares = (scores) => {
  const total = scores.reduce((sum, score) => sum + score, 0) || 1;
  const found = scores.map((score) => Math.floor((100 * score) / total));
  let left = 100 - found.reduce((sum, share) => sum + share, 0);
  const rest = (/** @type {number} */ score) => (100 * score) % total;
  for (const next of [...new Set(scores)].sort((a, b) => rest(b) - rest(a) || b - a)) {
    const alike = scores.flatMap((score, n) => (score === next ? [n] : []));
    if (alike.length > left) break;
    left -= alike.length;
    for (const n of alike) found[n] += 1;
  }
  return found;
};

class QuizLeading extends QuizScales {
  /**
   * Nothing folds, and nothing moves: there is one text, or one for each that leads.
   * @override @param {boolean} scored
   */
  arrange(scored) {
    this.toggleAttribute("data-scored", scored);
  }

  /**
   * Finds the categories that lead, and fills in the shares.
   * @override
   * @param {Record<string, any>} known gets the reading of each category, and in how many ways one leads
   * @param {[string, import("../scales.mjs").Told][]} told
   */
  lead(known, told) {
    const unit = this.querySelector("[data-how=mean]") ? 100 : 1;
    const units = told.map(([, { score }]) => score === null ? null : Math.round(score * unit)), few = units.includes(null);
    const found = leaders(units), given = few ? [] : shares(units.map(Number));
    const titles = told.map(([scale]) => required(this, `.quiz__overview [data-of="${scale}"] span`).textContent ?? "");
    const offers = (/** @type {string} */ scale) => this.querySelector(`.quiz__steps [data-of="${scale}"]`);
    const most = Number(units[found[0]]);
    /** @type {string[]} */
    const close = [];
    known["lead.how"] = few ? "few" : ["none", "one"][found.length] ?? "several";
    known.step = found.map((n) => told[n][0]);
    known["lead.steps"] = known.step.filter(offers).length > 1 ? "several" : "";
    told.forEach(([scale, each], n) => {
      const part = required(this, `[data-scale="${scale}"]`), behind = most - Number(units[n]);
      if (few) Object.assign(each, { score: null, band: null });
      else each.band = found.includes(n) ? "leading" : "other";
      part.dataset.score = `${each.score ?? ""}`;
      part.dataset.band = known[`${scale}.own`] = each.band ?? "";
      if (found.length && behind > 0 && behind <= known[`${scale}.point`]) close.push(titles[n]);
      this.fill(`[data-of="${scale}"] [data-share]`, `${given[n] ?? ""}`);
      required(this, `[data-of="${scale}"] .quiz__bar-score`).setAttribute("width", `${given[n] ?? 0}`);
      if (few) this.fill(`[data-of="${scale}"] [data-points-of]`, "–");
    });
    const sum = given.reduce((a, b) => a + b, 0);
    known["lead.near"] = close.length ? "other" : "";
    known["lead.sum"] = sum && sum !== 100 ? "other" : "";
    this.fill("[data-leading]", this.list("conjunction", found.map((n) => titles[n])));
    this.fill("[data-close]", this.list("disjunction", close));
    this.fill("[data-sum]", `${sum}`);
  }

  /**
   * Names in the language of the page, as in "A and B".
   * @param {Intl.ListFormatType} type
   * @param {string[]} names
   */
  list(type, names) {
    return new Intl.ListFormat(this.closest("[lang]")?.getAttribute("lang") ?? undefined, { type }).format(names);
  }

  /** @param {string} places @param {string} words */
  fill(places, words) {
    for (const place of all(this, places)) place.textContent = words;
  }
}

customElements.define("quiz-leading", QuizLeading);
