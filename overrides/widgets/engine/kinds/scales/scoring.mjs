// @ts-check
// The arithmetic of a scale. hooks/guidebook/engine/kinds/scales/scoring.py is the reference; a test holds them together.

/**
 * @typedef {object} Counted one answered item
 * @property {number} points weighted
 * @property {number} weight
 */

/**
 * What an answer adds to a scale.
 * @param {string | undefined} points a number, or for each scale its own, as in "friend=2 contact=1"
 * @param {string} scale
 */
export const pointsOn = (points = "", scale) => {
  const own = points.split(" ").find((part) => part.startsWith(`${scale}=`))?.split("=")[1];
  return Number(points.includes("=") ? own ?? 0 : points);
};

/** @param {Counted[]} items @param {keyof Counted} key */
const sum = (items, key) => items.reduce((n, item) => n + item[key], 0);

/** To the nearest whole, a half down. @param {number} n */
const rounded = (n) => Math.ceil(n - 0.5) + 0; // + 0: no minus zero

/**
 * The weighted mean of the answered items times the full weight; a mean in hundredths; or what was counted.
 * @param {Counted[]} answered
 * @param {number} fullWeight of all items of the scale
 * @param {number} least how many items must be answered
 * @param {string} [how] "mean", "count"; else a sum
 * @returns {number | null} null: not enough answers to say
 */
export const score = (answered, fullWeight, least, how) => {
  if (answered.length < least) return null;
  const points = sum(answered, "points");
  return how === "count" ? points : rounded((points * (how === "mean" ? 100 : fullWeight)) / sum(answered, "weight"));
};

/**
 * What a point more in one answer adds to a score.
 * @param {Counted[]} answered
 * @param {string} [how]
 */
export const onePoint = (answered, how) => how === "mean" ? Math.max(1, rounded(100 / sum(answered, "weight"))) : 1;

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
 * @param {number} by what a point is
 * @returns {number[]} ascending positions, at most two
 */
export const bandsNear = (score, starts, by) => {
  const own = bandOf(score, starts);
  return [bandOf(score - by, starts), bandOf(score + by, starts)].filter((band) => band !== own);
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
