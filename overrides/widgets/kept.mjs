// @ts-check
// What is kept for the reader: in the tab until it is closed or, if the reader says so, on the device. By quiz and
// item, so that an edited quiz never moves an answer; never the gate's. Storage that is full, blocked or spoilt
// changes nothing but this.
import { sound } from "./sound.mjs";

/** @typedef {import("./sound.mjs").Kept} Kept */

const KEY = "guidebook";

/**
 * A place to keep things; none where the browser forbids it.
 * @param {"localStorage" | "sessionStorage"} name
 */
const place = (name) => {
  try {
    return self[name];
  } catch {
    return null;
  }
};
const tab = place("sessionStorage");
const device = place("localStorage");

/**
 * What a place holds: undefined if nothing, null if what only a newer page can read.
 * @param {Storage | null} from
 * @returns {Kept | null | undefined}
 */
const load = (from) => {
  const text = from?.getItem(KEY);
  if (text == null) return undefined;
  try {
    return sound(JSON.parse(text));
  } catch {
    return sound(null);
  }
};

/**
 * Both as one; where they differ, the later holds.
 * @param {Kept} earlier
 * @param {Kept} later
 * @returns {Kept}
 */
export const merge = (earlier, later) => {
  const both = { ...later, view: later.view || earlier.view };
  const none = /** @type {any} */ (null); // or "constructor" would be no name for a quiz
  both.quizzes = { __proto__: none, ...earlier.quizzes };
  both.plans = { __proto__: none, ...earlier.plans, ...later.plans };
  for (const [name, quiz] of Object.entries(later.quizzes)) {
    const before = earlier.quizzes[name];
    both.quizzes[name] = { ...before, ...quiz, answers: { ...before?.answers, ...quiz.answers } };
  }
  const results = new Map([...earlier.results, ...later.results].map((result) => [`${result.date} ${result.quiz}`, result]));
  both.results = [...results.values()].sort((a, b) => a.date.localeCompare(b.date));
  return both;
};

/** @returns {Kept} */
export const read = () => {
  const [there, here] = [load(device), load(tab)];
  if (there && here) return merge(there, here);
  return there ?? here ?? /** @type {Kept} */ (sound(null));
};

/** Whether the reader wants things remembered on this device. */
export const remembered = () => !!load(device);

/**
 * Puts it where it belongs; if there is no room on the device, into the tab.
 * @param {Kept} kept
 * @param {(Storage | null)[]} places
 * @returns {boolean} whether the first of them took it
 */
const write = (kept, [first, ...others]) => {
  try {
    if (!first || load(first) === null) throw new Error("taken");
    first.setItem(KEY, JSON.stringify(kept));
    if (first === device && load(tab)) tab?.removeItem(KEY);
    return true;
  } catch {
    if (others.length) write(kept, others);
    return false;
  }
};

/**
 * @param {(kept: Kept) => void} make what to change
 * @returns {boolean} whether it is kept where the reader wants it
 */
export const change = (make) => {
  const kept = read();
  make(kept);
  return write(kept, remembered() ? [device, tab] : [tab]);
};

/**
 * Remembers everything on this device from now on, or takes it back into the tab.
 * @param {boolean} wanted
 * @returns {boolean} whether that worked
 */
export const remember = (wanted) => {
  const kept = read();
  if (wanted) return write(kept, [device, tab]);
  if (load(device) === null) return false; // a newer page's, and none of ours
  device?.removeItem(KEY);
  return write(kept, [tab]) || true;
};

/**
 * Deletes everything that is kept.
 * @param {"tab"} [only] leaves what the reader wanted on the device
 */
export const forget = (only) => {
  tab?.removeItem(KEY);
  if (!only) device?.removeItem(KEY);
};
