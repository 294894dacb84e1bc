// @ts-check
// <my-results>: what is kept for the reader, shown, saved as a file and brought back, or deleted (results.html).
import { forget, trouble } from "../remember.mjs";
import { change, merge, opened, read } from "../storage.mjs";
import { inWords } from "../dates.mjs";
import { all, required } from "../dom.mjs";
import { historyOf } from "../history.mjs";
import { isOurs, validate } from "../validate.mjs";
import { compared, trend } from "./change.mjs";

/** @typedef {import("../history.mjs").Result} Result */

/** Characters of a file that may be one of ours; all that can be kept is shorter. */
const LONGEST = 2_000_000;

class MyResults extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return;
    this.addEventListener("click", this);
    this.addEventListener("change", this);
    // another tab has kept or deleted something; or the page was away
    for (const type of ["storage", "pageshow"]) addEventListener(type, this);
    opened();
    this.show();
    this.dataset.live = "";
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event;
    const on = (/** @type {string} */ selector) => target instanceof Element && target.closest(selector);
    if (type === "storage" || (event instanceof PageTransitionEvent && event.persisted)) this.show();
    else if (type === "change" && target instanceof HTMLInputElement && target.files?.length) this.load(target);
    else if (type === "change" && target instanceof HTMLInputElement && on("[data-done]")) this.tick(target);
    else if (type === "click" && on("[data-print]")) print();
    else if (type === "click" && on("[data-save]")) this.save();
    else if (type === "click" && on("[data-delete]")) {
      forget();
      this.tell("deleted");
    }
  }

  /**
   * @param {string} what happened
   * @param {number} [count] how many entries were left out
   */
  tell(what, count = 0) {
    for (const told of all(this, "[data-told]")) told.hidden = told.dataset.told !== (count ? "some" : what);
    required(this, "[data-told=some] [data-left-out]").textContent = `${count}`;
  }

  save() {
    const link = document.createElement("a");
    const { used, refused, ...kept } = read(); // these two mean nothing elsewhere
    link.href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 1)], { type: "application/json" }));
    link.download = "my-results.json";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {HTMLInputElement} input whether the step of a quiz's last result is done */
  tick({ name, checked }) {
    change((kept) => {
      const { results } = historyOf(kept);
      const last = results.filter(({ quiz }) => quiz === name).pop();
      if (last) last.done = checked;
      kept.results = results;
    });
  }

  /** @param {HTMLInputElement} input */
  async load(input) {
    const [file] = input.files ?? [];
    /** @type {any} */
    const found = file.size > LONGEST ? null : await file.text().then(JSON.parse).catch(() => null);
    input.value = ""; // or the same file could not be chosen again
    const left = { count: 0 };
    const brought = isOurs(found) ? validate(found, left) : undefined;
    if (brought) Object.assign(brought, historyOf(brought, left));
    const where = brought && change((kept) => {
      const both = merge(brought, { ...kept, ...historyOf(kept) });
      Object.assign(kept, validate(both, left), historyOf({ ...both, ...historyOf(both) }, left));
    });
    this.show();
    if (brought) this.tell(where ? "loaded" : "unkept", where ? left.count : 0);
    else this.tell(brought === null ? "newer" : file.size > LONGEST ? "long" : "refused");
  }

  /**
   * @param {string} name of a template
   * @returns {DocumentFragment}
   */
  blank(name) {
    const template = /** @type {HTMLTemplateElement} */ (required(this, `[data-template=${name}]`));
    return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  }

  /**
   * Titles a section, by a link to the page where there is one.
   * @param {ParentNode} section
   * @param {string} name of the quiz or tool
   * @param {string} title where it has no page any more
   */
  name(section, name, title) {
    const page = all(this, "[data-page-of]").find(({ dataset }) => dataset.pageOf === name)?.firstElementChild;
    section.querySelector(".results__title")?.append(page?.cloneNode(true) ?? title);
  }

  show() {
    const { results, plans } = historyOf(read());
    const quizzes = [...new Set(results.map(({ quiz }) => quiz))];
    const made = Object.entries(plans).filter(([, { text }]) => text);
    const shown = quizzes.map((quiz) => this.result(results.filter((result) => result.quiz === quiz)));
    const some = quizzes.length + made.length > 0;
    const newer = !some && trouble() === "newer";
    required(this, "[data-looking]").hidden = true;
    required(this, "[data-nothing]").hidden = some || newer;
    required(this, "[data-newer]").hidden = !newer;
    for (const button of all(this, "[data-print], [data-save]")) button.hidden = !some;
    required(this, "[data-results]").hidden = !quizzes.length;
    required(this, "[data-results]").replaceChildren(...shown);
    required(this, "[data-chance]").hidden = !this.querySelector("[data-results] [data-change]:not([hidden], [data-change=edition])");
    const place = required(this, "[data-plans]");
    place.hidden = !made.length;
    for (const old of all(place, "section")) old.remove();
    for (const [tool, { text }] of made) {
      const plan = this.blank("plan");
      this.name(plan, tool, tool);
      const line = /** @type {HTMLElement} */ (plan.querySelector(".results__plan"));
      for (const words of text.split("\n").filter(Boolean)) {
        const next = /** @type {HTMLElement} */ (line.cloneNode());
        next.append(words);
        line.before(next);
      }
      line.remove();
      place.append(plan);
    }
  }

  /**
   * One quiz: the last result, what has changed, and all the others behind it.
   * @param {Result[]} results the oldest first
   */
  result(results) {
    const last = results[results.length - 1];
    const section = this.blank("result");
    this.name(section, last.quiz, last.title);
    section.querySelector("time")?.append(inWords(last.date, this));
    for (const part of last.parts) {
      const row = this.blank("part");
      row.querySelector("dt")?.append(part.title);
      row.querySelector("b")?.append(part.reading);
      const { what, date } = compared(results, part);
      for (const told of row.querySelectorAll("[data-change]")) {
        told.toggleAttribute("hidden", told.getAttribute("data-change") !== what);
        told.querySelector("time")?.append(date && inWords(date, this));
      }
      const points = trend(results, part);
      row.querySelector("svg")?.toggleAttribute("hidden", !points);
      row.querySelector("polyline")?.setAttribute("points", points);
      section.querySelector("dl")?.append(row);
    }
    section.querySelector("[data-step]")?.toggleAttribute("hidden", !last.step);
    section.querySelector("[data-step] span")?.append(last.step ?? "");
    const done = /** @type {HTMLInputElement} */ (section.querySelector("[data-done]"));
    done.name = last.quiz;
    done.checked = !!last.done;
    const blank = /** @type {HTMLElement} */ (section.querySelector("tbody tr"));
    for (const { date, parts } of [...results].reverse()) {
      const day = inWords(date, this);
      for (const { title, reading, score } of parts) {
        const row = /** @type {HTMLElement} */ (blank.cloneNode(true));
        [title, day, reading, String(score)].forEach((words, n) => row.children[n].append(words));
        blank.before(row);
      }
    }
    blank.remove();
    return section;
  }
}

customElements.define("my-results", MyResults);
