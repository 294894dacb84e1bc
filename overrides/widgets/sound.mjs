// @ts-check
// What stored words mean. Whatever is found, a record that we may rely on comes out: older versions are brought up
// to date, what is not of its type is left out, and a newer version is left alone.
//
// Who changes the record raises VERSION, adds a migration, and puts a sample of the old version, as a browser stored
// it, into tests/browser/stored.

const VERSION = 2;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @typedef {object} Kept
 * @property {number} version
 * @property {Record<string, Answered>} quizzes by name
 * @property {Result[]} results the oldest first; one a quiz and day
 * @property {Record<string, Plan>} plans by the name of the tool
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
 * @property {string} [date]
 */

/** Brings a record from one version to the next. */
const MIGRATIONS = [
  () => ({}),
  // 1: answers by quiz, and a list of the quizzes that were scored; only in the tab
  (/** @type {any} */ { answers, scored }) => ({
    quizzes: map(answers, (items, quiz) => ({ answers: items, scored: list(scored).includes(quiz) })),
  }),
];

/** @param {unknown} found @returns {any[]} */
const list = (found) => (Array.isArray(found) ? found : []);

/** @param {unknown} found @returns {string} */
const text = (found) => (typeof found === "string" ? found : "");

/** @param {unknown} found */
const whole = (found) => (Number.isFinite(found) ? Math.round(Number(found)) : 0);

/**
 * @template T
 * @param {unknown} found
 * @param {(value: unknown, key: string) => T} make
 * @returns {Record<string, T>}
 */
const map = (found, make) => {
  const pairs = typeof found === "object" ? Object.entries(found ?? {}) : [];
  const made = Object.fromEntries(pairs.map(([key, value]) => [key, make(value, key)]));
  return { __proto__: /** @type {any} */ (null), ...made }; // "constructor" is a good name for an item
};

/**
 * @param {unknown} found
 * @returns {Part}
 */
const part = (found) => {
  const { scale, title, band, reading, edition, score, low, high } = Object(found);
  const words = { scale: text(scale), title: text(title), band: text(band), reading: text(reading), edition: text(edition) };
  return { ...words, score: whole(score), low: whole(low), high: whole(high) };
};

/**
 * @param {unknown} found
 * @returns {Result}
 */
const result = (found) => {
  const { quiz, title, date, parts } = Object(found);
  return { quiz: text(quiz), title: text(title), date: text(date), parts: list(parts).map(part) };
};

/**
 * @param {unknown} found
 * @returns {Kept | null} null: a newer page's
 */
export const sound = (found) => {
  let record = Object(found);
  const version = whole(record.version);
  if (version > VERSION) return null;
  for (const migrate of MIGRATIONS.slice(Math.max(0, version))) record = migrate(record);
  return {
    version: VERSION,
    quizzes: map(record.quizzes, (found) => {
      const { answers, editions, scored, date } = Object(found);
      return { answers: map(answers, text), editions: map(editions, text), scored: scored === true, date: text(date) };
    }),
    results: list(record.results).map(result).filter(({ quiz, date }) => quiz && DAY.test(date)),
    plans: map(record.plans, (found) => {
      const { fields, text: made, date } = Object(found);
      return { fields: map(fields, (values) => list(values).map(text)), text: text(made), date: text(date) };
    }),
    view: text(record.view),
  };
};
