// @ts-check
// <quiz-checklist>: each choice becomes one finished line of a page (checklist.html).
import { read } from "../../storage.mjs";
import { historyOf } from "../../history.mjs";
import { all, required } from "../../dom.mjs";
import { Tool, tidy } from "../../tool.mjs";

class QuizChecklist extends Tool {
  /** @override @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (event.type === "input" && target instanceof HTMLInputElement && target.checked) this.leaveOne(target);
    super.handleEvent(event);
  }

  /**
   * What stands alone and what stands beside others cannot both be chosen.
   * @param {HTMLInputElement} ticked
   */
  leaveOne(ticked) {
    for (const box of all(this, `[name="${ticked.name}"]:checked`)) {
      const apart = [box, ticked].some((each) => each.hasAttribute("data-exclusive"));
      if (box !== ticked && apart) /** @type {HTMLInputElement} */ (box).checked = false;
    }
  }

  /** @override */
  update() {
    super.update();
    const { filled, scored } = this;
    for (const part of all(this, "[data-part]")) {
      const { part: name = "" } = part.dataset;
      const lines = all(part, "[data-says]");
      let none = true; // before the last line, which is given otherwise
      for (const line of lines) {
        const { says = "", option, needsWords } = line.dataset;
        const words = tidy(filled[`${name}.${option}`]?.[0]);
        /** @type {boolean} */
        const given = option ? !!filled[name]?.includes(option) && (needsWords === undefined || !!words) : none;
        none &&= !given;
        line.textContent = says.replaceAll("{own}", () => (scored && given ? words : "______"));
        line.hidden = scored && !given;
      }
      part.hidden = lines.every(({ hidden }) => hidden);
    }
    for (const line of all(this, "[data-recall]")) {
      line.textContent = historyOf(read()).plans[line.dataset.recall ?? ""]?.text.split("\n")[0] ?? "";
      line.hidden = !scored || !line.textContent;
    }
  }

  /** @override @param {Element} target */
  press(target) {
    super.press(target);
    const typed = all(this, "textarea").some((field) => tidy(/** @type {HTMLTextAreaElement} */ (field).value));
    if (target.closest("[data-rehearse]") && typed) required(this, "[data-rehearsed]").hidden = false;
  }

  /** @override */
  emptied() {
    for (const said of all(this, "[data-rehearsed]")) said.hidden = true;
  }
}

customElements.define("quiz-checklist", QuizChecklist);
