// @ts-check
// Whether the browser keeps the book for reading without a network (worker.mjs). It does from the first page on
// (register.mjs), unless the reader says no; that no is all that is stored besides.

const { href: SITE, pathname } = new URL("..", import.meta.url);
const CACHE = `guidebook ${SITE}`;
/** Until December 2026 all copies of the book on a host had this one. A no that was said to it holds for each copy. */
const SHARED = "guidebook-offline";
const SAID = `${SHARED} ${pathname}`;

const registration = () => navigator.serviceWorker.getRegistration(SITE);

/** Whether the book is on this device. */
export const isStored = async () => !!(await registration())?.active && (await caches.has(CACHE));

/** Has the browser keep the book from now on. Fails if it cannot, or if a file did not come. */
export const store = async () => {
  const { active } = await navigator.serviceWorker.register(`${SITE}worker.js`);
  if (SHARED in localStorage) localStorage.setItem(SAID, "yes");
  else localStorage.removeItem(SAID);
  if (!active) return; // it is just being fetched
  // This worker was there before, so what it had kept may be gone.
  /** @type {Promise<MessageEvent<boolean>>} */
  const answer = new Promise((resolve) => navigator.serviceWorker.addEventListener("message", resolve, { once: true }));
  active.postMessage("complete");
  if (!(await answer).data) throw new Error("a file did not come");
};

/** Deletes the book from this device, and keeps it from coming back by itself. */
export const drop = async () => {
  localStorage.setItem(SAID, "no");
  await (await registration())?.unregister();
  await caches.delete(CACHE);
};
