// @ts-check
// What stored or imported words mean. Whatever is found, a record that we may rely on comes out: older versions are
// brought up to date, what is not of its type or beyond a bound is left out and counted, and a newer version is left
// alone. Nothing that a reader can enter comes near a bound; without them, a spoilt file could make a page hang.
//
// Who changes the record raises VERSION, adds a step to `validate`, and puts a sample of the old version, as a browser
// stored it, into tests/browser/stored.

const VERSION = 2;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** Characters of a name. */
const NAME = 200;
/** Characters of an answer that is written. */
const WRITTEN = 1000;

/**
 * @typedef {object} Stored
 * @property {number} version
 * @property {Record<string, Answered>} quizzes by name
 * @property {unknown} [results] of history.mjs, which says what to make of them
 * @property {unknown} [plans] likewise
 * @property {string} view "steps": one question at a time
 * @property {number} used when a tab last used it, in milliseconds since 1970; 0: unknown
 * @property {boolean} refused whether a tab has it because the device did not take it
 */

/**
 * @typedef {object} Answered a quiz as far as it was answered
 * @property {Record<string, string>} answers item → answer
 * @property {Record<string, string>} editions scale → its edition when the answers were given
 * @property {boolean} scored whether the result was asked for
 * @property {string} [date] of the last answer
 */

/** @typedef {{ count: number }} Left how many entries were left out */
/** @typedef {(found?: any, left?: Left) => any} Check what to make of what was found; undefined: it is not of its kind */

/** @param {number} longest @returns {Check} */
export const text = (longest) => (found = "") => typeof found === "string" && found.length <= longest ? found : undefined;
/** @type {Check} */
export const number = (found = 0) => Number.isFinite(found) ? found : undefined;
/** @type {Check} */
export const truth = (found = false) => typeof found === "boolean" ? found : undefined;
/** @type {Check} */
export const date = (found = "") => found === "" || (text(NAME)(found) && DATE.test(found) && !Number.isNaN(Date.parse(found))) ? found : undefined;

/**
 * Each that is of its kind, under its name. "constructor" is a good one.
 * @param {number} most
 * @param {Check} check
 * @returns {Check}
 */
export const named = (most, check) => (found = {}, left = { count: 0 }) => {
  if (typeof found !== "object" || !found) return undefined;
  const valid = /** @type {any} */ ({ __proto__: null });
  let taken = 0;
  const names = Object.keys(found);
  for (const name of names) {
    const value = taken < most && name.length <= NAME ? check(found[name] ?? null, left) : undefined;
    if (value === undefined) continue;
    valid[name] = value;
    taken++;
  }
  left.count += names.length - taken;
  return valid;
};

/**
 * One entry: what is not of its kind, or not there, is as if it had never been filled in.
 * @param {Record<string, Check>} checks
 * @returns {Check}
 */
export const entry = (checks) => (found = {}, left = { count: 0 }) => {
  if (typeof found !== "object" || !found) return undefined;
  const valid = /** @type {any} */ ({});
  for (const name in checks) {
    valid[name] = checks[name](Object.hasOwn(found, name) ? found[name] : undefined, left);
    if (valid[name] !== undefined) continue;
    left.count++;
    valid[name] = checks[name]();
  }
  return valid;
};

const record = entry({
  quizzes: named(100, entry({ answers: named(300, text(WRITTEN)), editions: named(50, text(NAME)), scored: truth, date })),
  view: text(NAME),
  used: number,
  refused: truth,
});

/**
 * Whether it says that it is a record of ours, of whichever version.
 * @param {any} found
 */
export const isOurs = (found) => typeof found?.version === "number" && found.version > 0;

/**
 * @param {unknown} found
 * @param {Left} [left] counts what is left out
 * @returns {Stored | null} null: a newer page's
 */
export const validate = (found, left) => {
  /** @type {any} */
  const given = isOurs(found) ? found : {};
  const { version, answers, scored, results, plans } = given;
  if (version > VERSION) return null;
  let { quizzes } = given;
  if (version === 1 && typeof answers === "object") { // answers by quiz, and a list of the quizzes that were scored
    const seen = new Set([scored].flat());
    quizzes = { __proto__: null };
    for (const quiz in answers) quizzes[quiz] = { answers: answers[quiz], scored: seen.has(quiz) };
  }
  return { ...record({ quizzes, view: given.view, used: given.used, refused: given.refused }, left), results, plans, version: VERSION };
};
