// @ts-check
// Which two words to ask about next, until three remain: a knockout, held again among those who are left. It looks for
// the first three or, where fewer have to go, for the last; so eight words take eleven choices at most.

const REMAIN = 3;

/**
 * @param {string[]} words each once
 * @param {string} choices a letter for each pair that was asked about: "a" for its first word, "b" for its second,
 *   "=" if both are alike (then the one that stands first in `words` goes first)
 * @returns {{ pair: [string, string] | null, remain: string[], most: number }} the pair to ask about, or if there is
 *   none what remains, in the order of `words`; and the most choices that this many words can take
 */
export const next = (words, choices) => {
  const spare = Math.max(0, words.length - REMAIN);
  const last = spare < REMAIN;
  const rounds = last ? spare : REMAIN;
  /** @type {Map<string, string>} */
  const told = new Map();
  /** @type {Set<string | undefined>} */
  const taken = new Set();
  /** @type {[string, string] | null} */
  let pair = null;

  /** @param {string | undefined} a @param {string | undefined} b */
  const meet = (a, b) => {
    if (a === undefined || b === undefined || pair) return a ?? b;
    const both = JSON.stringify([a, b]);
    if (!told.has(both)) {
      const choice = choices[told.size];
      if (!choice) pair = [a, b];
      else told.set(both, (choice === "b") === last ? a : b);
    }
    return told.get(both);
  };

  /**
   * The first, or last, of a stretch of the words that were not taken before.
   * @param {number} from
   * @param {number} to
   * @returns {string | undefined}
   */
  const found = (from, to) => {
    if (to - from === 1) return taken.has(words[from]) ? undefined : words[from];
    const middle = (from + to) >> 1;
    return meet(found(from, middle), found(middle, to));
  };

  for (let round = 0; round < rounds && !pair; round++) taken.add(found(0, words.length));
  const remain = pair ? [] : words.filter((word) => !rounds || taken.has(word) !== last);
  const most = rounds && words.length - 1 + (rounds - 1) * (Math.ceil(Math.log2(words.length)) - 1);
  return { pair, remain, most };
};
