// @ts-check
// Keeps a result, as it is on its day and in the words of that day, with its small step; one a day.
import { change } from "./storage.mjs";
import { historyOf } from "./history.mjs";
import { all, required, today } from "./dom.mjs";

/** @param {HTMLElement} quiz once it is scored */
export const storeResult = (quiz) => {
  const { quiz: name = "", title = "" } = quiz.dataset;
  const date = today();
  const parts = all(quiz, "[data-scale]").flatMap(({ dataset: { scale = "", score, band = "", edition = "", low, high } }) => {
    if (!score) return [];
    const [of, reading] = ["span", `[data-reading="${band}"]`].map((part) =>
      required(quiz, `.quiz__overview [data-of="${scale}"] ${part}`).textContent ?? ""
    );
    return [{ scale, title: of, band, reading, edition, score: Number(score), low: Number(low), high: Number(high) }];
  });
  const steps = all(quiz, ".quiz__steps > :not([hidden]) > [data-step]"); // more than one where several parts are alike
  const step = steps.map(({ textContent }) => textContent).join(" ").trim().replace(/\s+/g, " ");
  change((kept) => {
    const { results } = historyOf(kept);
    const before = results.find((result) => result.quiz === name && result.date === date); // there is one at most
    const others = results.filter((result) => result !== before);
    const done = !!before?.done && before.step === step;
    kept.results = parts.length ? [...others, { quiz: name, title, date, parts, step, done }] : others;
  });
};
