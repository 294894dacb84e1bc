// @ts-check
// <quiz-practice>: scenes whose ways the browser opens and closes by itself (practice.html). Script adds the way back.

class QuizPractice extends HTMLElement {
  connectedCallback() {
    if (this.closest(".md-tooltip2")) return; // an instant preview shows a page, it is none
    this.addEventListener("click", this);
    this.dataset.live = "";
  }

  /**
   * Closes every way, and goes to the first scene.
   * @param {Event} event
   */
  handleEvent({ target }) {
    if (!(/** @type {Element} */ (target).closest("[data-again]"))) return;
    for (const way of this.querySelectorAll("details")) way.open = false;
    const scene = /** @type {HTMLElement} */ (this.querySelector(".practice__scene"));
    scene.tabIndex = -1;
    scene.scrollIntoView();
    scene.focus({ preventScroll: true });
  }
}

customElements.define("quiz-practice", QuizPractice);
