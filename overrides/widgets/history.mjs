// @ts-check
// Past results and plans, as they are kept beside the answers (validate.mjs).
import { fit } from "./validate.mjs";

const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * @typedef {object} Result as it was on its day, in the words of that day
 * @property {string} quiz
 * @property {string} title
 * @property {string} date as in 2026-11-22, by the reader's calendar
 * @property {Part[]} parts
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

const PART = { scale: "", title: "", band: "", reading: "", edition: "", score: 0, low: 0, high: 0 };
const RESULT = { quiz: "", title: "", date: "", parts: [PART] };
const PLAN = { fields: { "*": [""] }, text: "", date: "" };

/**
 * The results, the oldest first and the last one of a quiz and day; and the plans by the name of the tool.
 * @param {import("./validate.mjs").Kept} kept
 * @returns {{ results: Result[], plans: Record<string, Plan> }}
 */
export const past = (kept) => {
  /** @type {{ results: Result[], plans: Record<string, Plan> }} */
  const { results, plans } = fit(kept, { results: [RESULT], plans: { "*": PLAN } });
  const last = new Map(results.map((result) => [result.date + result.quiz, result]));
  const sorted = [...last.values()].filter(({ quiz, date }) => quiz && DATE.test(date));
  return { results: sorted.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))), plans };
};
