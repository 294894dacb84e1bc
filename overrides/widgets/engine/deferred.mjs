// @ts-check
// What widgets need only once a reader has answered or pressed something; it comes with the first answer.
import { inWords } from "./dates.mjs";
import "./remember-box.mjs";
import { settle } from "./press.mjs";
import { all, required, today } from "./dom.mjs";
import { storeResult } from "./store-result.mjs";
import { read } from "./storage.mjs";
import { Steps } from "./steps.mjs";

/** @typedef {import("./quiz.mjs").Quiz & { steps?: Steps }} Quiz */

/** @type {HTMLLinkElement | undefined} the style sheet of results, once it was asked for */
let sheet;

/**
 * Brings the style sheet of results, if the page came without; once, however many ask for it while it is on its way.
 * @param {Quiz} quiz
 */
const style = async (quiz) => {
  const { href } = new URL("./deferred.css", import.meta.url);
  if ([...document.styleSheets].some((each) => each.href === href)) return;
  if (!sheet?.isConnected) quiz.append((sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href })));
  const link = sheet;
  await new Promise((done) => {
    link.addEventListener("load", done);
    link.addEventListener("error", () => done(link.remove())); // the next press asks again
  });
};

/** @param {Quiz} quiz @returns {Record<string, string>} scale → its edition */
const editions = (quiz) =>
  Object.fromEntries(all(quiz, "[data-scale]").map(({ dataset: { scale, edition } }) => [scale, edition]));

/**
 * Says of answers that came back when they were given, if not today, and what has changed since.
 * @param {Quiz} quiz
 * @param {Partial<import("./validate.mjs").Answered>} [kept] none: says nothing
 */
const tell = (quiz, { date, editions: before = {} } = {}) => {
  const now = editions(quiz);
  const changed = (/** @type {string | undefined} */ scale) =>
    Object.keys(now).some((each) => each === (scale ?? each) && before[each] && before[each] !== now[each]);
  for (const part of all(quiz, "[data-changed]")) {
    part.hidden = !changed(/** @type {HTMLElement | null} */ (part.closest("[data-scale]"))?.dataset.scale);
  }
  for (const part of all(quiz, "[data-since]")) {
    part.hidden = !date || date === today();
    required(part, "time").textContent = date ? inWords(date, quiz) : "";
  }
};

/**
 * Once answers came back, or the way in which the reader likes to see the questions.
 * @param {Quiz} quiz
 * @param {import("./validate.mjs").Answered} [kept]
 */
export const restored = async (quiz, kept) => {
  await style(quiz);
  tell(quiz, kept);
  if (quiz.querySelector("[data-view]")) quiz.steps ??= new Steps(quiz);
  quiz.scored ||= !!kept?.scored; // it may have been asked for meanwhile
  quiz.update();
};

/**
 * Once the gate was answered: brings what it opened below into sight, the answer above it.
 * @param {Quiz} quiz
 * @param {HTMLInputElement} answer
 */
const gated = (quiz, answer) => {
  const away = quiz.querySelector(".quiz__away:not([hidden])");
  if (!away || away.getBoundingClientRect().bottom <= innerHeight) return;
  settle(quiz);
  answer.closest("label")?.scrollIntoView();
};

/**
 * Once an answer was kept: notes to which edition of each scale it was given, and the result as it is now.
 * @param {Quiz} quiz
 * @param {HTMLInputElement} answer
 */
export const answered = (quiz, answer) => {
  if (answer.closest(".quiz__gate")) return gated(quiz, answer);
  style(quiz);
  quiz.note((kept) => (kept.editions = { ...editions(quiz), ...kept.editions }));
  if (quiz.hasAttribute("data-scored")) storeResult(quiz);
};

/**
 * Once the result was asked for.
 * @param {Quiz} quiz
 */
export const finished = (quiz) => {
  style(quiz);
  tell(quiz);
  quiz.note((kept) => (kept.editions = editions(quiz)));
  storeResult(quiz);
};

/** Once the reader has asked for another step. */
export const chosen = storeResult;

/** Once the answers were cleared. */
export const cleared = tell;

/**
 * Once something that is stored has changed elsewhere, or the page was away: empties a widget of which nothing is left.
 * @param {Quiz} quiz
 */
export const followed = (quiz) => {
  if (quiz.isIn(read())) return;
  quiz.stored = quiz.scored = false;
  quiz.removeEventListener("reset", quiz); // no reset of the reader's own
  /** @type {HTMLFormElement} */ (required(quiz, "form")).reset();
  quiz.addEventListener("reset", quiz);
  quiz.emptied();
  quiz.update();
};

/**
 * What is copied: the words of the result, or of a part of it, that can be read now; not the way back to the questions.
 * @param {Quiz} quiz
 * @param {string} part
 */
const words = (quiz, part) => {
  const scales = all(quiz, "[data-scale] > details");
  if (!scales.length) {
    const whole = required(quiz, `[${part}]`), aside = all(whole, "[data-copy-exclude]");
    for (const each of aside) each.hidden = true;
    const { innerText } = whole;
    for (const each of aside) each.hidden = false;
    return quiz.querySelector("[data-scale]") ? signed(quiz, innerText) : innerText;
  }
  const shown = (/** @type {HTMLElement} */ part) => part.getClientRects().length > 0; // else innerText tells all
  const folded = unfold(quiz);
  const parts = [...all(quiz, ".quiz__steps"), ...scales].map((part) =>
    all(part, ":scope > :not([data-copy-exclude])").filter(shown).map((part) => part.innerText.trim()).join("\n"),
  );
  fold(folded);
  return signed(quiz, ...parts);
};

/**
 * The words of a result between the title of its quiz and the address of its page.
 * @param {Quiz} quiz
 * @param {string[]} parts
 */
const signed = (quiz, ...parts) => [quiz.dataset.title, ...parts, location.origin + location.pathname].join("\n\n");

/**
 * Opens every part of a result, for paper and for copying.
 * @param {ParentNode} quiz
 * @returns {HTMLElement[]} those that were closed
 */
const unfold = (quiz) => {
  const folded = all(quiz, "[data-scale] > details:not([open])");
  for (const part of folded) part.setAttribute("open", "");
  return folded;
};

/** @param {HTMLElement[]} parts */
const fold = (parts) => {
  for (const part of parts) part.removeAttribute("open");
};

/** @type {HTMLElement[]} */
let folded = [];
addEventListener("beforeprint", () => (folded = unfold(document)));
addEventListener("afterprint", () => fold(folded));

/**
 * Puts the words of a part where the reader can paste them from, or marks them where that is not allowed.
 * @param {Quiz} quiz
 * @param {string} part
 */
const copy = async (quiz, part) => {
  const copied = await navigator.clipboard?.writeText(words(quiz, part)).then(() => "yes", () => "no") ?? "no";
  for (const said of all(quiz, "[data-copied]")) said.hidden = said.dataset.copied !== copied;
  if (copied === "no") getSelection()?.selectAllChildren(required(quiz, `[${part}]`));
};

/**
 * What a press on a button or link does.
 * @param {Quiz} quiz
 * @param {Element} target
 */
export const pressed = async (quiz, target) => {
  const styled = style(quiz);
  if (target.closest("[data-print]")) print();
  const button = target.closest("[data-copy]");
  if (button) copy(quiz, button.getAttribute("data-copy") || "data-text");
  if (target.closest("[data-view]")) {
    await styled; // it hides all questions but one
    quiz.steps ??= new Steps(quiz);
  }
  quiz.steps?.press(target);
};
