// @ts-check
// <quiz-tree>: one question a step (path.html). The address names the step's number after #, never
// an answer, so that the browser's own Back works.
import "../../instant-navigation.mjs";
import { all, nameOutcome, required } from "../../dom.mjs";
import { Quiz } from "../../quiz.mjs";

class QuizTree extends Quiz {
  /**
   * Its answers ask about safety, and the address knows the step: nothing is kept.
   * @override
   */
  note() {}

  /** @override */
  restore() {}

  /**
   * The one question there is has its answer.
   * @override
   */
  enter() {
    return false;
  }

  /** How many steps of the browser's own Back stay within the tree. */
  behind = 0;

  /** Which way the reader is going, until the address has changed. */
  way = "";

  /** @override */
  follow() {}

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("hashchange", this);
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this);
  }

  /**
   * @param {Event} event
   * @override
   */
  handleEvent(event) {
    if (event.type === "hashchange") {
      this.behind = Math.max(0, this.behind + (this.way === "on" ? 1 : -1));
      this.way = "";
      this.update();
      const { current } = this;
      this.arrive(current.matches("[data-question]") ? current : required(this, ".quiz__result"));
    } else {
      super.handleEvent(event);
    }
  }

  /**
   * @override
   * @param {Element} target
   */
  press(target) {
    if (target.closest("[data-back]")) this.back();
    if (target.closest("[data-again]")) this.restart();
  }

  /** To the question before; where the browser has none, for a link or a reload led here, to one that leads here. */
  back() {
    const { dataset } = this.current, here = dataset.question ?? dataset.outcome;
    const before = all(this, "[data-question]").find((step) => step.querySelector(`[data-go="${here}"]`));
    if (this.way || !before) return;
    this.way = "back";
    if (this.behind) history.back();
    else location.hash = before.id;
  }

  /** The step or outcome that the address names, else the first step. */
  get current() {
    const hash = decodeURIComponent(location.hash);
    const named = all(this, "[data-question], [data-outcome]").find(
      ({ id }) => hash === `#${id}` || hash === `#${id.replace(".", "-")}`, // as links had it until November 2026
    );
    return named ?? required(this, "[data-question]");
  }

  /**
   * Shows one step, or the outcome.
   * @override
   */
  update() {
    const { current } = this;
    const done = current.matches("[data-outcome]");
    const first = current === this.querySelector("[data-question]");
    for (const part of all(this, "[data-question], [data-outcome]")) part.hidden = part !== current;
    for (const input of all(this, "input")) input.toggleAttribute("required", current.contains(input));
    for (const part of all(this, "form [data-back]")) part.hidden = first;
    required(this, "form").hidden = done;
    if (done) nameOutcome(this, current);
    if (done && !this.hasAttribute("data-scored")) this.say({}, current.dataset.outcome ?? null);
    this.toggleAttribute("data-scored", done);
  }

  /** @override */
  finish() {
    const [input] = all(this.current, ":checked");
    if (!input) return;
    const next = all(this, "[data-question], [data-outcome]").find(
      (part) => (part.dataset.question ?? part.dataset.outcome) === input.dataset.go,
    );
    if (next) this.goOn(next);
  }

  /** @param {HTMLElement} part */
  goOn({ id }) {
    if (location.hash === `#${id}`) return;
    this.way = "on";
    location.hash = id;
  }

  restart() {
    for (const input of all(this, "input")) if (input instanceof HTMLInputElement) input.checked = false;
    this.goOn(required(this, "[data-question]"));
  }
}

customElements.define("quiz-tree", QuizTree);
