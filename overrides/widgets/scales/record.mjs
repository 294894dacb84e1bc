// @ts-check
// Keeps a result, as it is on its day and in the words of that day; one a day.
import { change } from "../kept.mjs";
import { all, required, today } from "../quiz.mjs";

/** @param {HTMLElement} quiz once it is scored */
export const record = (quiz) => {
  const { quiz: name = "", title = "" } = quiz.dataset;
  const parts = all(quiz, "[data-scale]").flatMap(({ dataset }) => {
    const { scale = "", score, band = "", edition = "", low, high } = dataset;
    if (!score) return [];
    const row = `.quiz__overview [data-of="${scale}"]`;
    const [of, reading] = ["span", `[data-reading="${band}"]`].map((part) => required(quiz, `${row} ${part}`).textContent ?? "");
    return [{ scale, title: of, band, reading, edition, score: Number(score), low: Number(low), high: Number(high) }];
  });
  change((kept) => {
    const date = today();
    kept.results = kept.results.filter((result) => result.quiz !== name || result.date !== date);
    if (parts.length) kept.results.push({ quiz: name, title, date, parts });
  });
};
