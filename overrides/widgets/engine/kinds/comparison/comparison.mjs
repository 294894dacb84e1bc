// @ts-check
// <quiz-comparison>: some words are picked, compared two at a time (pairs.mjs) until three remain, and put on a card.
import { all, required } from "../../dom.mjs";
import { Tool, fill, tidy } from "../../tool.mjs";
import { next } from "./pairs.mjs";

class QuizComparison extends Tool {
  /** @override @param {import("../../validate.mjs").Stored} kept */
  restore(kept) {
    super.restore(kept);
    this.scored ||= !!this.field("choices").value;
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (required(this, `[name=${name}]`));
  }

  /** The words that are picked, by their ids. */
  get words() {
    /** @type {Map<string, string>} */
    const words = new Map();
    for (const field of all(required(this, "[data-pick]"), "input")) {
      const { name, value, checked, type } = /** @type {HTMLInputElement} */ (field);
      if (checked) words.set(value, field.nextElementSibling?.textContent ?? value);
      else if (type === "text" && tidy(value)) words.set(name, tidy(value));
    }
    return words;
  }

  /** @override */
  update() {
    const { words, filled } = this, of = [...words.keys()];
    if (this.field("of").value !== `${of}`) this.field("choices").value = ""; // they were about other words
    this.field("of").value = `${of}`;
    if (!of.length) this.scored = false;
    super.update();
    this.count(words.size);
    const { pair, remain, most } = next(of, this.field("choices").value);
    const done = this.scored && !pair;
    this.toggleAttribute("data-scored", done);
    this.toggleAttribute("data-pairing", this.scored && !!pair);
    this.ask(pair, most);
    for (const place of all(this, "[data-word]")) {
      const { word = "" } = place.dataset;
      place.hidden = !done || !remain.includes(word);
      required(place, "legend").textContent = words.get(word) ?? "";
    }
    for (const field of all(this, "[data-word] [data-retired]")) { // none is hidden under the reader's hands
      field.hidden = !filled[required(field, "textarea").getAttribute("name") ?? ""] && !field.matches(":focus-within");
    }
    const names = remain.map((word) => words.get(word) ?? "");
    const line = required(this, "[data-values]");
    line.textContent = fill(line.dataset.says, { values: done && new Intl.ListFormat(this.locale).format(names) });
    all(this, "[data-slot]").forEach((slot, n) => {
      slot.hidden = done && n >= remain.length;
      required(slot, "h4").textContent = (done && names[n]) || "______";
      for (const said of all(slot, "[data-line]")) {
        const own = done && tidy(filled[`${remain[n]}.${said.dataset.line}`]?.[0]);
        said.textContent = fill(said.dataset.says, { own });
        said.hidden = !own && (done || "retired" in said.dataset);
      }
    });
  }

  /**
   * Says how many words are picked, and lets no more be picked than there may be.
   * @param {number} count
   * @param {boolean} [none] whether the reader went on with none
   */
  count(count, none = false) {
    const most = Number(this.dataset.most), full = count >= most;
    const said = required(this, "[data-count]"), { dataset } = said;
    const line = none ? dataset.none : full ? dataset.full : dataset.count;
    said.textContent = fill(line, { count: `${count}`, most });
    for (const field of all(required(this, "[data-pick]"), "input")) {
      const input = /** @type {HTMLInputElement} */ (field);
      input.disabled = full && !input.checked && !(input.type === "text" && tidy(input.value));
    }
  }

  /**
   * Puts two words side by side, and says so.
   * @param {[string, string] | null} pair
   * @param {number} most
   */
  ask(pair, most) {
    const { words, scored } = this, [a, b] = (pair ?? []).map((word) => words.get(word) ?? "");
    required(this, "[data-pair]").hidden = !scored || !pair;
    required(this, "[data-choice=a]").textContent = a ?? "";
    required(this, "[data-choice=b]").textContent = b ?? "";
    const number = this.field("choices").value.length + 1;
    for (const said of all(this, "[data-progress], [data-announce]")) {
      const line = said.dataset.progress ?? said.dataset.announce;
      said.textContent = scored && pair ? fill(line, { a, b, number, most }) : "";
    }
  }

  /** @override @param {Element} target */
  press(target) {
    super.press(target);
    const choices = this.field("choices");
    const choice = target.closest("[data-choice]")?.getAttribute("data-choice");
    if (choice) choices.value += choice;
    else if (!target.closest("[data-back]")) return;
    else if (choices.value) choices.value = choices.value.slice(0, -1);
    else this.scored = false;
    this.store();
    if (!this.scored) this.arrive(required(this, "[data-pick]"));
    else if (this.hasAttribute("data-scored")) super.finish();
    else if (!choice && target.closest(".quiz__result")) this.arrive(required(this, "[data-pair]"));
  }

  /** @override */
  finish() {
    this.scored = true;
    this.store();
    if (!this.scored) return this.count(0, true);
    if (this.hasAttribute("data-scored")) super.finish();
    else this.arrive(required(this, "[data-pair]"));
  }

  /** @override */
  get text() {
    return this.hasAttribute("data-scored") ? super.text : "";
  }
}

customElements.define("quiz-comparison", QuizComparison);
