// @ts-check
// <quiz-scales>: adds up the answers and shows the passages that fit (scales.html).
import { all, holds, required } from "../../dom.mjs";
import { Quiz } from "../../quiz.mjs";
import { bandOf, bandsNear, byWeight, onePoint, pointsOn, score } from "./scoring.mjs";

/** @typedef {{ score: number | null, band: string | null }} Told of one scale, as the page says it */

export class QuizScales extends Quiz {
  /** @override */
  static events = [...Quiz.events, "input"];

  /** @type {import("../../steps.mjs").Steps | undefined} one question at a time, once that was asked for */
  steps;

  /** The open questions that the reader was told about, by their ids. */
  told = "";

  /** How many steps of other scales the reader has asked for. */
  others = 0;

  /** @type {FormDataEntryValue | undefined} the answer to the gate with which the reader went on all the same */
  wentOn;

  /** Whether the gate, if there is one, leads to the questions. */
  get open() {
    const { wentOn } = this;
    if (wentOn && wentOn === this.answers.gate) return true;
    return this.matches(":not(.quiz--gated), :has(.quiz__gate :checked:not([data-away]))");
  }

  /**
   * What depends on the answers carries data-when. Until there is a result, all of it is there: a sheet to print.
   * @override
   */
  update() {
    for (const list of all(this, "rank-list")) /** @type {any} */ (list).count?.(); // places have points
    const { open, answers } = this, scored = open && this.scored;
    this.toggleAttribute("data-open", open);
    if (scored !== this.hasAttribute("data-scored")) this.arrange(scored);
    this.steps?.show();
    const still = `${this.unanswered.map(({ id }) => id)}`;
    if (still !== this.told || scored) {
      this.told = "";
      required(this, ".quiz__still").hidden = true;
      for (const item of all(this, "[aria-describedby$='.still']")) item.removeAttribute("aria-describedby");
    }
    const scales = all(this, "[data-scale]").map((scale) => this.score(scale, answers));
    this.lead(answers, scales);
    for (const part of all(this, "[data-when]")) {
      part.hidden = (scored || part.matches(".quiz__away")) && !holds(part.dataset.when, answers);
    }
    if (scored) this.say(Object.fromEntries(scales), null);
  }

  /**
   * A result begins with its one step and folds its parts; a sheet has all of it open, the steps at its end.
   * @param {boolean} scored
   */
  arrange(scored) {
    this.toggleAttribute("data-scored", scored);
    this.others = 0;
    for (const part of all(this, "[data-scale] > details")) part.toggleAttribute("open", !scored);
    const steps = this.querySelector(".quiz__steps");
    if (steps && scored) required(this, ".quiz__lead").after(steps);
    else if (steps) required(this, ".quiz__numbers").before(steps);
  }

  /**
   * What is written is kept as it is written. Of several answers, "none of these" stands alone.
   * @override @param {Event} event
   */
  handleEvent(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (event.type === "input") {
      if (field.matches("textarea")) this.store(field);
      return;
    }
    if (event.type === "change" && field.checked) {
      const others = all(this, `[type=checkbox][name="${field.name}"]`);
      for (const other of /** @type {HTMLInputElement[]} */ (others)) {
        if (other !== field && (field.matches("[data-exclusive]") || other.matches("[data-exclusive]"))) other.checked = false;
      }
    }
    super.handleEvent(event);
  }

  /** @override @param {Element} target */
  press(target) {
    if (target.closest("[data-see-anyway]")) this.showResult();
    if (target.closest("[data-another]")) {
      this.others += 1;
      this.update();
      required(this, ".quiz__steps").focus();
      this.later(({ chosen }) => chosen(this));
    }
    if (target.closest("[data-go-on]")) this.goOn();
    super.press(target);
  }

  /** Past the gate, although its answer leads to help, which stays where it is. */
  goOn() {
    this.wentOn = this.answers.gate;
    this.update();
    const item = all(this, ".quiz__questions .quiz__item").find((each) => each.getClientRects().length);
    if (!item) return;
    item.tabIndex = -1;
    this.arrive(item);
  }

  /**
   * Finds the scale that weighs most, and whose step is offered: its own, or the next if the reader asked for another.
   * @param {Record<string, any>} known gets what the template calls lead and step
   * @param {[string, Told][]} _told of each scale
   */
  lead(known, _told) {
    const scales = all(this, "[data-scale]").filter(({ dataset }) => dataset.band);
    const order = byWeight(scales.map(({ dataset }) => ({
      scale: dataset.scale ?? "",
      band: known[`${dataset.scale}.position`],
      share: (Number(dataset.score) - Number(dataset.low)) / (Number(dataset.high) - Number(dataset.low) || 1),
    })));
    const own = (/** @type {string} */ scale) => known[`${scale}.own`];
    const steps = order.filter((scale) => this.querySelector(`[data-when="step.${scale}=${own(scale)}"]`));
    const lead = order[0], step = steps[this.others % steps.length];
    known.lead = lead ?? "none";
    known.step = step;
    if (lead) known[`lead.${lead}`] = own(lead);
    if (step) known[`step.${step}`] = own(step);
    const another = this.querySelector("[data-another]");
    another?.toggleAttribute("hidden", steps.length < 2);
  }

  /** @override @param {HTMLInputElement} input */
  store(input) {
    super.store(input);
    this.later(({ answered }) => answered(this, input));
  }

  /** @override */
  finish() {
    if (this.open && !this.steps?.next() && !this.asks()) this.showResult();
  }

  showResult() {
    super.finish();
    this.later(({ finished }) => finished(this));
  }

  /**
   * Says how many questions are open, and leads to the first; only once of the same ones, for the result may be seen
   * without them.
   * @returns {boolean} whether it was time to say so
   */
  asks() {
    const { unanswered } = this, open = `${unanswered.map(({ id }) => id)}`, said = required(this, ".quiz__still");
    if (this.scored || open === this.told) return false; // the same ones, or none
    this.told = open;
    const [first] = unanswered;
    const { one = "", many = "" } = said.dataset;
    required(said, "p").textContent = unanswered.length > 1 ? many.replace("{count}", `${unanswered.length}`) : one;
    first.before(said);
    said.hidden = false;
    this.steps?.go(this.steps.items.indexOf(first));
    first.setAttribute("aria-describedby", said.id);
    first.tabIndex = -1;
    this.arrive(first);
    said.scrollIntoView();
    return true;
  }

  /**
   * One question at a time, Enter moves on as Next does; from the last, to one that is open.
   * @override @param {HTMLInputElement} answer
   */
  enter(answer) {
    const { steps, unanswered: [first] } = this;
    if (!steps?.chosen) return super.enter(answer);
    if (steps.next()) return true;
    if (first) steps.go(steps.items.indexOf(first));
    return !!first;
  }

  /** @override */
  emptied() {
    this.wentOn = undefined;
    this.steps?.begin();
    this.later(({ cleared }) => cleared(this));
  }

  /**
   * Scores one scale, tells the page, and adds to what is known of the answers which readings apply.
   * @param {HTMLElement} scale
   * @param {Record<string, any>} known
   * @returns {[string, Told]}
   */
  score({ dataset }, known) {
    const { scale = "", min, low, high, how, countsFrom } = dataset;
    const unit = how === "mean" ? 100 : 1;
    const weigh = (/** @type {HTMLElement} */ item) => Number(item.dataset.weight ?? 1);
    const items = all(this, `[data-scales~="${scale}"]`);
    const answered = items.flatMap((item) => {
      const weight = weigh(item), chosen = all(item, ":checked[data-points]");
      const points = chosen.reduce((sum, { dataset: { points, on = scale } }) => sum + (on === scale ? pointsOn(points, scale) : 0), 0);
      return chosen.length ? [{ points: countsFrom ? weight * Number(points >= Number(countsFrom) * weight) : points, weight }] : [];
    });
    const result = score(answered, items.reduce((sum, item) => sum + weigh(item), 0), Number(min), how);
    const bands = all(this, `[data-of="${scale}"] [data-from]`);
    const starts = bands.map((band) => Math.round(Number(band.dataset.from) * unit));
    const name = (/** @type {number} */ n) => bands[n].dataset.reading ?? "";
    const point = answered.length ? onePoint(answered, how) : 0;
    const near = result === null ? [] : bandsNear(result, starts, point).map(name);
    const band = result === null ? null : name(bandOf(result, starts));
    known[`${scale}.own`] = band;
    known[`${scale}.near`] = near;
    known[`${scale}.point`] = point;
    known[`${scale}.position`] = result === null ? 0 : bandOf(result, starts) / (starts.length - 1 || 1);
    const told = result === null ? null : result / unit;
    dataset.score = `${told ?? ""}`;
    dataset.band = band ?? "";
    const filled = ((told ?? Number(low)) - Number(low)) / (Number(high) - Number(low) || 1);
    for (const part of all(this, `[data-of="${scale}"] :is([data-points-of], .quiz__bar-score)`)) {
      part.setAttribute("width", `${100 * filled}`);
      if (part.matches("td")) part.textContent = `${told ?? "–"}`;
    }
    return [scale, { score: told, band }];
  }
}

customElements.define("quiz-scales", QuizScales);
