// @ts-check
// <quiz-scales>: adds up the answers and shows the passages that fit. All words and all points
// stand in the page (scales.html); nothing is stored, nothing is sent.
import { bandOf, bandsNear, score } from "./scoring.mjs";

/**
 * @template {Element} T
 * @param {Element} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
const required = (root, selector, type) => {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`<${root.localName}> lacks ${selector}`);
  return found;
};

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const all = (root, selector) => [...root.querySelectorAll(selector)].filter((e) => e instanceof HTMLElement);

/**
 * Whether every condition of "item=answer,answer other=answer" holds.
 * @param {string | undefined} conditions
 * @param {(name: string) => string | undefined} chosen
 */
const holds = (conditions, chosen) =>
  (conditions ?? "").split(" ").filter(Boolean).every((condition) => {
    const [name, answers] = condition.split("=");
    return answers.split(",").includes(chosen(name) ?? "");
  });

class QuizScales extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    for (const type of ["change", "reset", "submit"]) this.addEventListener(type, this);
    this.update();
  }

  disconnectedCallback() {
    for (const type of ["change", "reset", "submit"]) this.removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      if (this.hasAttribute("data-open")) this.finish();
    } else if (event.type === "reset") {
      this.toggleAttribute("data-scored", false);
      required(this, "input", HTMLInputElement).focus();
      setTimeout(() => this.update()); // the browser clears the answers after this event
    } else {
      this.update();
    }
  }

  /** Shows the result and takes the reader there. */
  finish() {
    this.toggleAttribute("data-scored", true);
    this.update();
    const ready = required(this, "[role=status] > span", HTMLElement);
    ready.hidden = true;
    requestAnimationFrame(() => (ready.hidden = false)); // a change is what gets announced
    required(this, ".quiz__result", HTMLElement).focus();
  }

  /** Makes the page agree with the answers: the gate, and the result once there is one. */
  update() {
    const answers = new Map(
      all(this, "input:checked").map((input) => [/** @type {HTMLInputElement} */ (input).name, /** @type {HTMLInputElement} */ (input).value]),
    );
    const open = !this.querySelector(".quiz__gate") || !!this.querySelector("[name=gate]:checked:not([data-go])");
    this.toggleAttribute("data-open", open);
    if (!open) this.toggleAttribute("data-scored", false);
    if (this.hasAttribute("data-scored")) this.show(answers);
    else for (const away of all(this, ".quiz__away")) away.hidden = !holds(away.dataset.when, (name) => answers.get(name));
  }

  /** @param {Map<string, string>} answers */
  show(answers) {
    /** @type {Record<string, { score: number | null, band: string | null }>} */
    const scores = {};
    for (const scale of all(this, "[data-scale]")) {
      scores[scale.dataset.scale ?? ""] = this.showScale(scale);
    }
    for (const part of all(this, "[data-when]")) {
      part.hidden =
        !holds(part.dataset.when, (name) => answers.get(name)) ||
        !holds(part.dataset.bands, (name) => scores[name]?.band ?? undefined);
    }
    for (const list of all(this, ".quiz__strengths")) {
      list.hidden = all(list, "[data-when]").every((part) => part.hidden);
    }
    const detail = { quiz: this.dataset.quiz, scores, outcome: null };
    this.dispatchEvent(new CustomEvent("quiz:scored", { bubbles: true, detail }));
  }

  /** @param {HTMLElement} scale */
  showScale(scale) {
    const id = scale.dataset.scale ?? "";
    const items = all(this, `[data-scales~="${id}"]`);
    const weight = (/** @type {HTMLElement} */ item) => Number(item.dataset.weight ?? 1);
    const answered = items.flatMap((item) => {
      const input = item.querySelector("input:checked[data-points]");
      return input instanceof HTMLElement ? [{ points: Number(input.dataset.points), weight: weight(item) }] : [];
    });
    const result = score(answered, items.reduce((n, item) => n + weight(item), 0), Number(scale.dataset.min));
    const bands = all(scale, "[data-from]");
    const starts = bands.map((band) => Number(band.dataset.from));
    const name = (/** @type {number} */ n) => bands[n].dataset.reading ?? "";
    const near = result === null ? [] : bandsNear(result, starts).map(name);
    const band = result === null ? null : name(bandOf(result, starts));
    scale.dataset.score = String(result ?? "");
    scale.dataset.band = band ?? "";
    const parts = (/** @type {string} */ selector) => all(this, `[data-of="${id}"] ${selector}`);
    for (const part of parts("[data-reading]")) part.hidden = !near.includes(part.dataset.reading ?? "");
    for (const part of parts("[data-own]")) part.hidden = part.dataset.own !== (band ?? "");
    for (const part of parts("[data-near]")) part.hidden = near.length < 2;
    for (const part of parts(".quiz__steps")) part.hidden = band === null;
    return { score: result, band };
  }
}

customElements.define("quiz-scales", QuizScales);
