// @ts-check
// The arithmetic of a scale. hooks/guidebook/quiz/scoring.py is the reference; a test holds them together.

/**
 * @typedef {object} Counted one answered item
 * @property {number} points weighted
 * @property {number} weight
 */

/**
 * The weighted mean of the answered items times the full weight; a half is rounded down.
 * @param {Counted[]} answered
 * @param {number} fullWeight of all items of the scale
 * @param {number} least how many items must be answered
 * @returns {number | null} null: not enough answers to say
 */
export const score = (answered, fullWeight, least) => {
  if (answered.length < least) return null;
  const sum = (/** @type {keyof Counted} */ key) => answered.reduce((n, item) => n + item[key], 0);
  return Math.ceil((sum("points") * fullWeight) / sum("weight") - 0.5) + 0; // + 0: no minus zero
};

/**
 * The band a score falls in: the last that starts at or below it.
 * @param {number} score
 * @param {number[]} starts the lowest score of each band, ascending
 * @returns {number} its position
 */
export const bandOf = (score, starts) => Math.max(0, starts.findLastIndex((start) => start <= score));

/**
 * The bands whose readings are shown: the score's own, and those one point away.
 * @param {number} score
 * @param {number[]} starts
 * @returns {number[]} ascending positions
 */
export const bandsNear = (score, starts) => [
  ...new Set([score - 1, score, score + 1].map((near) => bandOf(near, starts))),
];
