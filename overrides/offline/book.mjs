// @ts-check
// Whether the browser keeps the book for reading without a network (worker.mjs). It does unless the reader says no;
// that no is all that is stored besides.

const SITE = new URL("..", import.meta.url).href;
const CACHE = `guidebook ${SITE}`;
const NO = "guidebook-offline";

const registration = () => navigator.serviceWorker.getRegistration(SITE);

/** Whether the book is on this device. */
export const kept = async () => !!(await registration())?.active && (await caches.has(CACHE));

/** Has the browser keep the book from now on. */
export const keep = async () => {
  const { active } = await navigator.serviceWorker.register(`${SITE}worker.js`);
  active?.postMessage("complete"); // one that was there already may have lost files
  localStorage.removeItem(NO);
};

/** Deletes the book from this device, and keeps it from coming back by itself. */
export const drop = async () => {
  localStorage.setItem(NO, "no");
  await (await registration())?.unregister();
  await caches.delete(CACHE);
};

/**
 * Called on every page once it is there. Does nothing for a reader who has said no or wants to save data, nor on a page
 * with "Exit this page": whoever begins there may have reasons to leave nothing on the device.
 */
export const begin = () =>
  (self.requestIdleCallback ?? setTimeout)(async () => {
    const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);
    if (connection?.saveData || document.querySelector("exit-page")) return;
    try {
      if (localStorage.getItem(NO) === null) await keep();
    } catch {
      // not every browser lets a site keep things
    }
  });
