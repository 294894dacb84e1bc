// @ts-check
// The reader's own word on what is stored (storage.mjs): remembered on the device, taken back into the tab, or deleted.
import { DELETED, KEY, announce, clear, device, held, merge, parsed, put, read, set, state, tab, write } from "./storage.mjs";
import { validate } from "./validate.mjs";

/**
 * Remembers everything on this device from now on, or takes it back into the tab.
 * @param {boolean} wanted
 */
export const remember = (wanted) => {
  const kept = read();
  if (wanted) write(kept, true);
  else if (held(device)) { // neither nothing nor a newer page's
    clear(device);
    write(kept, false);
  }
  announce();
};

/**
 * Why what is entered is not stored as the reader wants it.
 * @returns {"newer" | "lost" | "full" | ""} a newer version of the book has stored things here; they can be stored
 *   nowhere; the device does not take them, so that the tab has them; nothing is wrong
 */
export const trouble = () => {
  const there = held(device), here = held(tab);
  return there === null || here === null ? "newer" : state.lost ? "lost" : here?.refused ? "full" : "";
};

/** Deletes everything that is stored, here and in every tab that shows it. */
export const forget = () => {
  clear(tab);
  set(device, KEY, DELETED);
  clear(device);
  state.lost = false;
  announce();
};

// Another tab has taken it back. This one shows it, so it stays here, too, until this tab goes.
self.addEventListener("storage", ({ key, newValue, oldValue }) => {
  if (key !== KEY || newValue !== null || oldValue === DELETED) return;
  const before = oldValue && validate(parsed(oldValue)), here = held(tab);
  if (before && here !== null) put(tab, here ? merge(before, here) : before);
});
