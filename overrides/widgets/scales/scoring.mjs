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
 * The bands that one point more or less would have led to, the score's own left out.
 * @param {number} score
 * @param {number[]} starts
 * @returns {number[]} ascending positions, at most two
 */
export const bandsNear = (score, starts) => {
  const own = bandOf(score, starts);
  return [bandOf(score - 1, starts), bandOf(score + 1, starts)].filter((band) => band !== own);
};

/**
 * @typedef {object} Weight what one scale weighs in a result
 * @property {string} scale
 * @property {number} band how far up its band is, from 0 for the first to 1 for the last
 * @property {number} share how far up its score is, from 0 for the lowest possible to 1
 */

/**
 * The scales of a result, the one that weighs most first: by band, then by score, then as the author has them.
 * @param {Weight[]} weights in the author's order
 * @returns {string[]}
 */
export const byWeight = (weights) =>
  [...weights].sort((a, b) => b.band - a.band || b.share - a.share).map(({ scale }) => scale);
