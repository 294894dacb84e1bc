// @ts-check
// What is stored for the reader: in the tab or, if the reader says so, on the device. By quiz and item, so that an
// edited quiz never moves an answer; never the gate's. A browser that brings back a closed tab brings back what lay in
// it, so that has an age. Storage that is full, blocked or spoilt changes nothing but this: nothing here throws.
import { isOurs, validate } from "./validate.mjs";

/** @typedef {import("./validate.mjs").Stored} Stored */

/** Where the site of this page begins. */
export const SITE = new URL(import.meta.url.slice(0, import.meta.url.lastIndexOf("/widgets/") + 1));
/** Each copy of the book on a host has its own. */
export const KEY = `guidebook ${SITE.pathname}`;
/** Until December 2026 all copies on a host had this one. */
const SHARED = "guidebook";
const TAKEN = `${KEY} taken`;
/** Another tab, which sees this for a moment, forgets all. */
export const DELETED = "deleted";
/** Milliseconds that things lie in a tab unused. */
const TAB_AGE = 4 * 3_600_000;
/** Milliseconds that the shared record is left for another copy of the book. */
const SHARED_AGE = 30 * 86_400_000;

/**
 * A place to store things; none where the browser forbids it.
 * @param {"localStorage" | "sessionStorage"} name
 */
const place = (name) => {
  try {
    return self[name];
  } catch {
    return null;
  }
};
export const tab = place("sessionStorage");
export const device = place("localStorage");
/** Whether the last change could be stored nowhere. */
export const state = { lost: false };

/** @param {Storage | null} from @param {string} key */
const get = (from, key) => {
  try {
    return from?.getItem(key) ?? null;
  } catch {
    return null;
  }
};

/**
 * @param {Storage | null} to
 * @param {string} key
 * @param {string} [text] none: takes it away
 * @returns {boolean} whether that worked
 */
export const set = (to, key, text) => {
  try {
    if (text === undefined) to?.removeItem(key);
    else to?.setItem(key, text);
    return !!to;
  } catch {
    return false;
  }
};

/** @param {string | null} text */
export const parsed = (text) => {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
};

/**
 * What a place holds: undefined if nothing, null if what only a newer page can read.
 * @param {Storage | null} from
 * @returns {Stored | null | undefined}
 */
export const held = (from) => {
  const text = get(from, KEY);
  return text === null ? undefined : validate(parsed(text));
};

/**
 * @param {Storage | null} to
 * @param {Stored} kept
 * @param {boolean} [refused]
 */
export const put = (to, kept, refused = false) => {
  const own = to === tab ? { used: Date.now(), refused } : { used: undefined, refused: undefined }; // no trace of them
  return set(to, KEY, JSON.stringify({ ...kept, ...own }));
};

/** @param {Storage | null} from */
export const clear = (from) => [KEY, SHARED, TAKEN].forEach((key) => set(from, key));

/**
 * Both as one; where they differ, the later holds.
 * @param {any} earlier
 * @param {any} later
 */
export const merge = (earlier, later) => {
  if (Array.isArray(later)) return [earlier, later].flat();
  if (typeof later !== "object" || later?.text) return later || earlier; // a plan is taken whole
  const both = { __proto__: null, ...earlier };
  for (const key in later) both[key] = key in both ? merge(both[key], later[key]) : later[key];
  return both;
};

/**
 * Takes over the record that all copies shared, by copying, for another copy may want it too; once more if a page of an
 * older build, open in another tab, has gone on with it.
 * @param {Storage | null} at
 */
const takeOver = (at) => {
  const text = get(at, SHARED), found = parsed(text), own = held(at);
  if (!text || !isOurs(found) || own === null) return;
  let mark = 0;
  for (let n = 0; n < text.length; n++) mark = (Math.imul(mark, 31) + text.charCodeAt(n)) | 0;
  const [seen, since] = (get(at, TAKEN) ?? "").split(" ");
  if (seen !== `${mark}`) {
    const theirs = validate(found);
    if (!theirs) return;
    const both = own ? merge(theirs, own) : theirs;
    if (put(at, both)) set(at, TAKEN, `${mark} ${Date.now()}`) || set(at, SHARED);
    else if (set(at, SHARED) && !put(at, both)) set(at, SHARED, text); // there is no room for two
  } else if (Date.now() - Number(since) > SHARED_AGE) {
    set(at, SHARED);
    set(at, TAKEN);
  }
};
takeOver(device);
takeOver(tab);

/** @returns {Stored} */
export const read = () => {
  const there = held(device), here = held(tab);
  return there && here ? merge(there, here) : there ?? here ?? /** @type {Stored} */ (validate(null));
};

/** The same as a page is opened: what has lain in the tab unused for too long is dropped first. */
export const opened = () => {
  const here = held(tab);
  if (here) {
    if (here.used && Math.abs(Date.now() - here.used) > TAB_AGE) clear(tab);
    else put(tab, here, here.refused);
  }
  return read();
};

/** Whether what is entered now is remembered on this device. */
export const remembered = () => !!held(device) && !held(tab)?.refused;

/** Lets the boxes of this page, and whatever shows what is stored, look again. */
export const announce = () => dispatchEvent(new Event("storage"));

/**
 * Puts it where it belongs; if the device does not take it, into the tab.
 * @param {Stored} kept
 * @param {boolean} onDevice
 * @returns {"device" | "tab" | ""} where it is now; "": nowhere
 */
export const write = (kept, onDevice) => {
  const before = state.lost;
  if (onDevice && held(device) !== null && put(device, kept)) {
    if (held(tab)) set(tab, KEY);
    state.lost = false;
    return "device";
  }
  state.lost = held(tab) === null || !put(tab, kept, onDevice || held(tab)?.refused);
  if (onDevice || state.lost !== before) announce();
  return state.lost ? "" : "tab";
};

/**
 * @param {(kept: Stored) => void} make what to change
 * @returns {"device" | "tab" | ""} where it is stored now; "": nowhere
 */
export const change = (make) => {
  const kept = read();
  make(kept);
  return write(kept, remembered());
};

self.addEventListener("storage", ({ key, newValue }) => {
  if (key === KEY && newValue === DELETED) clear(tab);
});
