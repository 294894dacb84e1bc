// @ts-check
// What is kept for the reader, in the tab, until it is closed. By quiz and item, so that an edited quiz never
// moves an answer; never the gate's. Storage that is full, blocked or spoilt changes nothing but this.

const KEY = "guidebook";
const VERSION = 1;

/**
 * @typedef {object} Kept
 * @property {number} version
 * @property {Record<string, Record<string, string>>} answers quiz → item → answer
 * @property {string[]} scored quizzes whose result was asked for
 */

/**
 * The parts of a record that are of one type; none where it is no record.
 * @param {unknown} found
 * @param {string} type
 */
const those = (found, type) => ({
  __proto__: null, // "constructor" is a good name for an item
  ...Object.fromEntries(Object.entries(Object(found)).filter(([, value]) => value && typeof value === type)),
});

/**
 * Whatever storage holds, as what we may rely on.
 * @param {any} found
 * @returns {Kept}
 */
const sound = (found) => {
  const answers = Object.entries(those(found?.answers, "object")).map(([quiz, items]) => [quiz, those(items, "string")]);
  const scored = Array.isArray(found?.scored) ? found.scored : [];
  return {
    version: VERSION,
    answers: /** @type {any} */ ({ __proto__: null, ...Object.fromEntries(answers) }),
    scored: scored.filter((/** @type {unknown} */ quiz) => typeof quiz === "string"),
  };
};

/** @returns {Kept} */
export const read = () => {
  try {
    return sound(JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
  } catch {
    return sound(null);
  }
};

/** @param {(kept: Kept) => void} make what to change */
export const change = (make) => {
  const kept = read();
  make(kept);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // full or blocked: the answers still stand in the page
  }
};
