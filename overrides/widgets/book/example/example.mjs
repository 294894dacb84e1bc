// @ts-check
// <example-form>: puts what a reader wrote in order as text (example.html). Nothing is stored, and
// nothing is sent unless the reader follows the link.
import { all, required } from "../../engine/dom.mjs";
import { Quiz } from "../../engine/quiz.mjs";

/** Web servers refuse addresses much longer than this. */
const LONGEST_ADDRESS = 6000;

/** "@" at the start of a word: on many sites it calls a person. */
const CALLS_SOMEONE = /(^|[^\w.])@\w/;

/**
 * @param {Element} root
 * @returns {(HTMLInputElement | HTMLTextAreaElement)[]}
 */
const fields = (root) =>
  all(root, "input, textarea").filter((e) => e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement);

/**
 * What a reader wrote, ticked or chose in one field; none where nothing was.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @returns {string[]}
 */
const answer = (field) => {
  const ticked = field instanceof HTMLInputElement && field.checked;
  if (field.type === "checkbox") return [`- [${ticked ? "x" : " "}] ${field.value}`];
  if (field.type === "radio") return ticked ? [field.value] : [];
  return [field.value.trim() || (field.dataset.empty ?? "")].filter(Boolean);
};

class ExampleForm extends Quiz {
  /** @override */
  enter() {
    return true;
  }

  /** @override */
  update() {
    super.update();
    const parts = all(this, "[data-text-heading]").flatMap((part) => {
      const answers = fields(part).flatMap(answer);
      return answers.length ? [`### ${part.dataset.textHeading}\n\n${answers.join("\n")}`] : [];
    });
    const text = `${parts.join("\n\n")}\n`;
    required(this, ".example__text").textContent = text;
    required(this, ".example__at").hidden = !CALLS_SOMEONE.test(text);
    for (const said of all(this, "[data-copied]")) said.hidden = true;
    for (const link of all(this, "a.example__open")) {
      if (link instanceof HTMLAnchorElement) this.fill(link);
    }
  }

  /**
   * Lets a link to the project's form take the words along, under the names of the fields.
   * @param {HTMLAnchorElement} link
   */
  fill(link) {
    const blank = new URL(link.href);
    blank.search = `?template=${blank.searchParams.get("template")}`;
    const filled = new URL(blank);
    for (const field of fields(this).filter((e) => e.type !== "checkbox")) {
      for (const value of answer(field)) filled.searchParams.set(field.name, value);
    }
    const fits = filled.href.length <= LONGEST_ADDRESS;
    link.href = (fits ? filled : blank).href;
    required(this, ".example__long").hidden = fits;
  }
}

customElements.define("example-form", ExampleForm);
