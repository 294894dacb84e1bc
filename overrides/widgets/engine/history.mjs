// @ts-check
// Past results and plans, as they are kept beside the answers (validate.mjs).
import { date, entry, named, number, text, truth } from "./validate.mjs";

/**
 * @typedef {object} Result as it was on its day, in the words of that day
 * @property {string} quiz
 * @property {string} title
 * @property {string} date as in 2026-11-22, by the reader's calendar
 * @property {Part[]} parts
 * @property {string} [step] the small step that was offered last, in words
 * @property {boolean} [done] whether the reader has ticked it
 */

/**
 * @typedef {object} Part a scale's
 * @property {string} scale
 * @property {string} title
 * @property {string} band
 * @property {string} reading the band's title
 * @property {string} edition
 * @property {number} score
 * @property {number} low the lowest score that was possible
 * @property {number} high
 */

/**
 * @typedef {object} Plan
 * @property {Record<string, string[]>} fields as the reader filled them in
 * @property {string} text what the tool made of them
 * @property {string} date
 */

/**
 * Each that is of its kind; of too many the last, which are the newest.
 * @param {number} most
 * @param {import("./validate.mjs").Check} check
 * @returns {import("./validate.mjs").Check}
 */
const list = (most, check) => (found = [], left = { count: 0 }) => {
  if (!Array.isArray(found)) return undefined;
  const valid = found.slice(-most).map((each) => check(each, left)).filter((each) => each !== undefined);
  left.count += found.length - valid.length;
  return valid;
};

const line = text(1000);
const part = entry({ scale: line, title: line, band: line, reading: line, edition: line, score: number, low: number, high: number });
const dated = entry({ quiz: line, title: line, date, parts: list(20, part), step: line, done: truth });
/** @type {import("./validate.mjs").Check} */
const result = (found = null, left = { count: 0 }) => {
  const inner = { count: 0 }, valid = dated(found, inner);
  if (!valid?.quiz || !valid.date) return undefined;
  left.count += inner.count;
  return valid;
};
/** @type {import("./validate.mjs").Check} */
const lines = (found) => {
  const whole = text(10_000)(found);
  return whole?.split("\n").length <= 300 ? whole : undefined;
};
const plan = entry({ fields: named(500, list(50, line)), text: lines, date });
const both = entry({ results: list(300, result), plans: named(30, plan) });

/**
 * The results, the oldest first and the last one of a quiz and day; and the plans by the name of the tool.
 * @param {import("./validate.mjs").Stored} kept
 * @param {import("./validate.mjs").Left} [left] counts what is left out
 * @returns {{ results: Result[], plans: Record<string, Plan> }}
 */
export const historyOf = (kept, left) => {
  /** @type {{ results: Result[], plans: Record<string, Plan> }} */
  const { results, plans } = both(kept, left);
  const last = new Map(results.map((result) => [result.date + result.quiz, result]));
  return { results: [...last.values()].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))), plans };
};
