// @ts-check
// <quiz-log>: a record of entries, each added, changed or removed by the reader (log.html). What is typed and not yet
// added is kept as well, and what was removed can be brought back for as long as the page is open.
import { inWords } from "../../dates.mjs";
import { historyOf } from "../../history.mjs";
import { all, required, today } from "../../dom.mjs";
import { Tool } from "../../tool.mjs";

/** Entries: with eight fields each, as many as can be kept (history.mjs). */
const MOST = 50;
/** Characters of the record among the reader's plans; the record itself may be longer. */
const LONGEST = 9_000;

/** @typedef {Record<string, string>} Entry by the names of the fields */

class QuizLog extends Tool {
  /** @type {Entry[]} by their days */
  entries = [];

  /** @type {Entry[]} as they were before something was last removed */
  undone = [];

  /** The entry that is being changed; -1: none, the form is a new one. */
  at = -1;

  get day() {
    return this.fields.find((field) => field.matches("[type=date]"));
  }

  /** Whether something was typed. */
  get begun() {
    return this.fields.some((field) => field !== this.day && field.value.trim());
  }

  /**
   * @override
   * @param {import("../../validate.mjs").Stored} kept
   */
  restore(kept) {
    super.restore(kept);
    const filled = historyOf(kept).plans[this.quiz]?.fields ?? {};
    for (let n = 0; n < MOST; n++) {
      const entry = Object.fromEntries(this.fields.map(({ name }) => [name, filled[`${n}.${name}`]?.[0] ?? ""]));
      if (Object.values(entry).some(Boolean)) this.entries.push(entry);
    }
    const at = Number(filled[".at"]?.[0] ?? -1);
    this.at = at < this.entries.length ? at : -1;
    if (this.day && !this.day.value) this.day.value = today();
    this.draw();
  }

  /** @override @returns {Record<string, string[]>} */
  get filled() {
    const entries = this.entries.flatMap((entry, n) =>
      Object.entries(entry).flatMap(([name, words]) => (words ? [[`${n}.${name}`, [words]]] : [])),
    );
    return { ...super.filled, ...Object.fromEntries(entries), ...(this.at < 0 ? {} : { ".at": [`${this.at}`] }) };
  }

  /** The record, an entry a line; the last ones, if all would be too many. @override */
  get text() {
    const lines = all(this, "[data-drawn]").map((entry) =>
      all(entry, "dl > :not([hidden])").map((part) => all(part, "dt, dd").map((e) => e.textContent).join(": ")).join(" · "),
    );
    let length = 0;
    const whole = lines.findLastIndex((line) => (length += line.length + 1) > LONGEST) + 1;
    return [...(whole ? ["…"] : []), ...lines.slice(whole)].join("\n");
  }

  /** Adds the entry, or puts the changed one in its place. @override */
  finish() {
    const changes = this.at >= 0;
    if (!changes && this.entries.length >= MOST) return this.tell("full");
    this.put();
    this.tell(changes ? "changed" : "added");
    this.redraw();
  }

  /** Moves what the form holds into the record. */
  put() {
    const entry = Object.fromEntries(this.fields.map(({ name, value }) => [name, value.trim()]));
    if (this.at < 0) this.entries.push(entry);
    else this.entries[this.at] = entry;
    const day = (/** @type {Entry} */ { [this.day?.name ?? ""]: date = "" }) => date || "9999";
    this.entries.sort((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))));
    this.empty();
  }

  empty() {
    this.at = -1;
    for (const field of this.fields) field.value = field === this.day ? today() : "";
  }

  redraw() {
    this.draw();
    this.store();
  }

  /** @override @param {Element} target */
  press(target) {
    const entry = /** @type {HTMLElement | null} */ (target.closest("[data-drawn]"));
    const n = all(this, "[data-drawn]").indexOf(/** @type {HTMLElement} */ (entry));
    if (target.closest("[data-remove]")) this.removeEntry(n);
    else if (target.closest("[data-edit]")) this.edit(this.entries[n]);
    else if (target.closest("[data-leave]")) {
      this.empty();
      this.tell();
      this.redraw();
      this.fields[0].focus();
    } else if (target.closest("[data-undo]")) {
      this.entries = this.undone;
      this.tell();
      this.redraw();
      required(this, ".quiz__result").focus();
    } else super.press(target);
  }

  /** @param {number} n */
  removeEntry(n) {
    this.undone = [...this.entries];
    this.entries.splice(n, 1);
    if (this.at === n) this.at = -1; // what the form holds becomes a new one
    else if (this.at > n) this.at--;
    this.tell("removed");
    this.redraw();
    this.arrive(required(this, "[data-undo]"));
  }

  /** @param {Entry} entry */
  edit(entry) {
    if (this.begun && (this.at >= 0 || this.entries.length < MOST)) this.put(); // nothing that was typed is lost
    this.at = this.entries.indexOf(entry);
    for (const field of this.fields) field.value = entry[field.name] ?? "";
    this.tell();
    this.redraw();
    this.arrive(this.fields[0]);
  }

  /** @override */
  clear() {
    const before = this.entries;
    super.clear();
    this.undone = before;
    if (before.length) this.tell("removed");
  }

  /** @override */
  emptied() {
    this.entries = [];
    this.undone = [];
    this.tell();
    this.draw();
    setTimeout(() => this.empty()); // the browser clears the form after this
  }

  /** @param {string} [what] */
  tell(what) {
    for (const told of all(this, "[data-told]")) told.hidden = told.dataset.told !== what;
    required(this, "[data-undoing]").hidden = what !== "removed";
  }

  /** Draws the record anew. */
  draw() {
    const blank = /** @type {HTMLTemplateElement} */ (required(this, "[data-template=entry]"));
    for (const old of all(this, "[data-drawn]")) old.remove();
    for (const entry of this.entries) {
      const drawn = /** @type {DocumentFragment} */ (blank.content.cloneNode(true));
      const whole = /** @type {HTMLElement} */ (drawn.firstElementChild);
      whole.dataset.drawn = "";
      for (const value of all(whole, "[data-value]")) {
        const { value: name = "" } = value.dataset;
        value.textContent = name === this.day?.name && entry[name] ? inWords(entry[name], this) : entry[name] ?? "";
        /** @type {HTMLElement} */ (value.parentElement).hidden = !entry[name];
      }
      const said = all(whole, "dl > :not([hidden]) > dd").slice(0, 2).map((e) => e.textContent).join(", ");
      for (const button of all(whole, "button")) button.setAttribute("aria-label", `${button.textContent}: ${said}`);
      required(this, ".log__entries").append(drawn);
    }
  }

  /** @override */
  update() {
    this.scored = this.entries.length > 0;
    super.update();
    const changes = this.at >= 0;
    required(this, "[data-add]").hidden = changes;
    for (const button of all(this, "[data-keep-change], [data-leave]")) button.hidden = !changes;
  }
}

customElements.define("quiz-log", QuizLog);
