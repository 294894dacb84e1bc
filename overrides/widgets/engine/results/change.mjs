// @ts-check
// What may be said of two results of one scale, and the line that is drawn through all of them.

/** @typedef {import("../history.mjs").Result} Result @typedef {import("../history.mjs").Part} Part */

/**
 * Points below which a change is not worth a word, or a quarter of a shorter range: our rule of thumb, nobody's finding.
 * @param {Part} part
 */
const worthSaying = ({ low, high }) => Math.min(3, (high - low) / 4);

/**
 * @param {Result[]} results of one quiz, the oldest first
 * @param {Part} part of the last of them
 * @returns {{ what: "more" | "less" | "edition" | "", date: string }} compared with which day
 */
export const compared = (results, part) => {
  const before = results.slice(0, -1).findLast(({ parts }) => parts.some(({ scale }) => scale === part.scale));
  const then = before?.parts.find(({ scale }) => scale === part.scale);
  if (!before || !then) return { what: "", date: "" };
  const { date } = before;
  if (then.edition !== part.edition) return { what: "edition", date };
  if (Math.abs(part.score - then.score) < worthSaying(part)) return { what: "", date };
  return { what: part.score > then.score ? "more" : "less", date };
};

/**
 * The points of a line through the scores that can be compared, in a box of 100 by 30; "" for fewer than two.
 * @param {Result[]} results
 * @param {Part} part
 */
export const trend = (results, part) => {
  const scores = results
    .flatMap(({ parts }) => parts.filter(({ scale, edition }) => scale === part.scale && edition === part.edition))
    .map(({ score }) => (score - part.low) / (part.high - part.low || 1));
  if (scores.length < 2) return "";
  return scores.map((score, n) => `${(100 * n) / (scores.length - 1)},${29 - 28 * Math.min(1, Math.max(0, score))}`).join(" ");
};
