// @ts-check
// What stored words mean. Whatever is found, a record that we may rely on comes out: older versions are brought up
// to date, what is not of its type is left out, and a newer version is left alone.
//
// Who changes the record raises VERSION, adds a step to `validate`, and puts a sample of the old version, as a browser
// stored it, into tests/browser/stored.

const VERSION = 2;

/**
 * @typedef {object} Kept
 * @property {number} version
 * @property {Record<string, Answered>} quizzes by name
 * @property {unknown} [results] of history.mjs, which says what to make of them
 * @property {unknown} [plans] likewise
 * @property {string} [view] "steps": one question at a time
 */

/**
 * @typedef {object} Answered a quiz as far as it was answered
 * @property {Record<string, string>} answers item → answer
 * @property {Record<string, string>} editions scale → its edition when the answers were given
 * @property {boolean} scored whether the result was asked for
 * @property {string} [date] of the last answer
 */

/**
 * What was found, as far as it looks like the pattern; the rest is as in the pattern.
 * @param {any} found
 * @param {any} like a value of each type; [x] is a list of x; under "*" stands what any name may have
 * @returns {any}
 */
export const fit = (found, like) => {
  if (Array.isArray(like)) return Array.isArray(found) ? found.map((each) => fit(each, like[0])) : [];
  if (typeof like !== "object") return typeof found === typeof like ? found : like;
  const any = like["*"];
  const fitted = /** @type {any} */ ({ __proto__: null }); // "constructor" is a good name for an item
  for (const key in any == null ? like : found) fitted[key] = fit(found?.[key], any ?? like[key]);
  return fitted;
};

/**
 * @param {unknown} found
 * @returns {Kept | null} null: a newer page's
 */
export const validate = (found) => {
  const { version, answers, scored, ...record } = Object(found);
  if (version > VERSION) return null;
  if (version === 1) { // answers by quiz, and a list of the quizzes that were scored
    record.quizzes = {};
    for (const quiz in answers) record.quizzes[quiz] = { answers: answers[quiz], scored: [scored].flat().includes(quiz) };
  }
  const text = { "*": "" };
  const quizzes = { "*": { answers: text, editions: text, scored: false, date: "" } };
  return { ...(version > 0 && record), version: VERSION, quizzes: fit(version > 0 && record.quizzes, quizzes) };
};
