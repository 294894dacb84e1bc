// @ts-check
// What is kept for the reader: in the tab until it is closed or, if the reader says so, on the device. By quiz and
// item, so that an edited quiz never moves an answer; never the gate's. Storage that is full, blocked or spoilt
// changes nothing but this.
import { validate } from "./validate.mjs";

/** @typedef {import("./validate.mjs").Kept} Kept */

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
const held = (from) => {
  const text = from?.getItem(KEY);
  if (text == null) return;
  try {
    return validate(JSON.parse(text));
  } catch {
    return validate(null);
  }
};

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

/** @returns {Kept} */
export const read = () => {
  const there = held(device), here = held(tab);
  return there && here ? merge(there, here) : there ?? here ?? /** @type {Kept} */ (validate(null));
};

/** Whether the reader wants things remembered on this device. */
export const remembered = () => !!held(device);

/**
 * Puts it where it belongs; if there is no room on the device, into the tab.
 * @param {Kept} kept
 * @param {boolean} onDevice
 * @returns {boolean} whether it is where it belongs
 */
const write = (kept, onDevice) => {
  const to = onDevice ? device : tab;
  try {
    if (held(to) === null) return false;
    to?.setItem(KEY, JSON.stringify(kept));
    if (onDevice && held(tab)) tab?.removeItem(KEY);
    return !!to;
  } catch {
    if (onDevice) write(kept, false);
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
  return write(kept, remembered());
};

/**
 * Remembers everything on this device from now on, or takes it back into the tab.
 * @param {boolean} wanted
 * @returns {boolean} whether that worked
 */
export const remember = (wanted) => {
  const kept = read();
  if (wanted) return write(kept, true);
  if (held(device) === null) return false; // a newer page's, and none of ours
  device?.removeItem(KEY);
  write(kept, false);
  return true;
};

/**
 * Deletes everything that is kept.
 * @param {"tab"} [only] leaves what the reader wanted on the device
 */
export const forget = (only) => {
  tab?.removeItem(KEY);
  if (!only) device?.removeItem(KEY);
};
