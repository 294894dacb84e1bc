// @ts-check
// <quiz-table>: shows the first outcome that fits the answers (table.html).
import { all, holds, nameOutcome } from "../../dom.mjs";
import { Quiz } from "../../quiz.mjs";

class QuizTable extends Quiz {
  /** @override */
  update() {
    super.update();
    const { answers } = this;
    const outcomes = all(this, "[data-outcome]");
    const fits = outcomes.find((outcome) => holds(outcome.dataset.when, answers));
    for (const outcome of outcomes) outcome.hidden = outcome !== fits;
    if (fits) nameOutcome(this, fits);
    if (this.scored) this.say({}, fits?.dataset.outcome ?? null);
  }
}

customElements.define("quiz-table", QuizTable);
