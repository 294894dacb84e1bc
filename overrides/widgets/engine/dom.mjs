// @ts-check
// What modules ask of the page, and of the day.

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
export const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * The first, which the template has.
 * @param {ParentNode} root
 * @param {string} selector
 * @throws {Error} that names it, where there is none
 */
export const required = (root, selector) => {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`${selector} is missing in ${/** @type {Element} */ (root).id || root.nodeName}`);
  return /** @type {HTMLElement} */ (found);
};

/**
 * Whether every condition of "item=answer,answer other=answer" holds.
 * @param {string | undefined} conditions
 * @param {Record<string, any>} known item → answer or answers
 */
export const holds = (conditions, known) =>
  (conditions || "").split(" ").every((condition) => {
    const [name, values] = condition.split("=");
    return !name || [known[name] ?? ""].flat().some((value) => values.split(",").includes(value));
  });

/**
 * Lets the result, which takes the focus, be read out with the title of its outcome after its own name.
 * @param {ParentNode} quiz
 * @param {ParentNode} outcome
 */
export const nameOutcome = (quiz, outcome) =>
  required(quiz, ".quiz__result").setAttribute("aria-describedby", required(outcome, "h3").id);

/** The day by the reader's own calendar, as in 2026-11-22. */
export const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
