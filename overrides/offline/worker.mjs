/// <reference lib="webworker" />
// @ts-check
// The service worker of the built site: keeps the whole public book, so that all of it can be read without a network.
// All files alike, and none because somebody opened it: what is kept does not tell what was read.
//
// One cache for all builds. A file whose name carries its hash is kept by its name, any other by its path and hash, so
// the files of two builds live side by side and an update fetches what has changed and no more.
//
// A new worker does not push the old one out (no skipWaiting as it installs): a page that is open may still ask for a
// program of the build it came from, in the middle of a self-assessment. It waits until the last page is closed. Nobody
// reads old pages meanwhile, for pages come from the network first. (To push it out between two pages, when only one is
// open, left Chromium waiting for the second one for ever, now and then.)
//
// Nothing is taken for a file of the book by its name alone. Whatever is fetched to be kept, or taken from what is kept,
// must have the file's hash: the page of a captive portal, a file cut off, or one that a script has put into the cache
// is never shown, and a sound one is fetched in its place.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const CACHE = `guidebook ${scope}`;
/** Milliseconds until what is kept has to do. */
const NETWORK_TIMEOUT = 3000;
/** How many files are fetched at a time, for the reader may want the network too. */
const CONCURRENCY = 6;
const PAGE = /(^|\/|\.html)$/;
const HASHED = /\.[0-9a-f]{8,}\./;
/** @type {Record<string, string>} path → hash; the build fills it in */
const FILES = {};

/** @param {string} path */
const place = (path) => new URL(path + (HASHED.test(path) ? "" : `?${FILES[path]}`), scope).href;

/**
 * Whether it is the file of this build, whole and unchanged.
 * @param {Response} found
 * @param {string} path
 */
const same = async (found, path) => {
  const hash = await crypto.subtle.digest("SHA-256", await found.clone().arrayBuffer());
  return FILES[path] === `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
};

/**
 * What is kept of a file, unless it is not that file any more.
 * @param {string} path
 */
const cached = async (path) => {
  const found = await caches.match(place(path), { cacheName: CACHE }); // opening it would bring back what was deleted
  return found && (await same(found, path)) ? found : undefined;
};

/**
 * A file as this build has it, from the network; fails if that gives another.
 * @param {string} path
 * @param {RequestInit} [how]
 */
const fetched = (path, how) => fetch(scope + path, { integrity: FILES[path], cache: "no-cache", ...how });

/** Whether everything that is kept was looked at since this worker was started. */
let checked = false;

/** The files that are not kept, or not as they are in this build. */
const missing = async () => {
  const there = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  const paths = [];
  for (const path of Object.keys(FILES)) if (!there.has(place(path)) || !(checked || (await cached(path)))) paths.push(path);
  checked = true;
  return paths;
};

const fill = async () => {
  const cache = await caches.open(CACHE), paths = await missing();
  /** @type {unknown[]} */
  const lacking = [];
  while (paths.length) {
    await Promise.all(paths.splice(0, CONCURRENCY).map(async (path) => {
      try {
        const found = await fetched(path, { priority: "low" });
        if (!found.ok) throw new Error(`${path}: ${found.status}`);
        await cache.put(place(path), found);
      } catch (why) {
        lacking.push(why);
        if (why instanceof DOMException && why.name === "QuotaExceededError") paths.length = 0; // no use to go on
      }
    }));
  }
  if (!lacking.length) return;
  checked = false;
  throw lacking[0];
};

/** @type {Promise<void>} */
let filling = Promise.resolve();

/**
 * Keeps every file that is not kept, as far as they can be had and there is room; fails if one is lacking then. Two
 * pages that ask are answered in turn: while the first is at work, the second would hear that all is there.
 */
const complete = () => (filling = filling.catch(() => {}).then(fill));

/**
 * Completes what is kept, for a page has asked for it, and tells the page whether that went well.
 * @param {ExtendableMessageEvent} event
 */
const tell = async ({ source }) => {
  const went = await complete().then(() => true, () => false);
  source?.postMessage(went);
};

const takeOver = async () => {
  const cache = await caches.open(CACHE);
  const ours = new Set(Object.keys(FILES).map(place));
  for (const request of await cache.keys()) if (!ours.has(request.url)) await cache.delete(request);
  await worker.registration.navigationPreload?.enable(); // a page need not wait until this worker has started
  await worker.clients.claim(); // the page of the first visit, too
};

/**
 * A page or list as it is now, for a help line may have changed; as it was kept, where the network does not answer.
 * @param {FetchEvent} event
 * @param {string} path
 */
const current = async (event, path) => {
  const fresh = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  const late = new Promise((resolve) => setTimeout(resolve, NETWORK_TIMEOUT));
  /** @type {Response | void} */
  const found = await Promise.race([fresh, late]).catch(() => {});
  return found && found.status < 500 ? found : ((await cached(path)) ?? fresh);
};

/**
 * A page that the theme wants to put in the place of another. One of a newer build would meet older programs there;
 * it is refused, so the theme has it opened by a full load.
 * @param {FetchEvent} event
 * @param {string} path
 */
const swap = async (event, path) => {
  const found = await current(event, path);
  return !found.ok || (await same(found, path)) ? found : Response.error();
};

/**
 * @param {FetchEvent} event
 * @returns {Promise<Response> | undefined} undefined: not ours
 */
const answer = (event) => {
  const { method, mode, url } = event.request;
  const path = url.replace(/[?#].*/, "").replace(/\bindex\.html$/, "").slice(scope.length);
  if (method !== "GET" || !url.startsWith(scope) || !Object.hasOwn(FILES, path)) return undefined;
  if (HASHED.test(path)) return cached(path).then((found) => found ?? fetched(path, { cache: "reload" }));
  return mode !== "navigate" && PAGE.test(path) ? swap(event, path) : current(event, path);
};

worker.addEventListener("install", (event) => event.waitUntil(complete()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => event.waitUntil(tell(event)));
worker.addEventListener("fetch", (event) => {
  const found = answer(event);
  if (found) event.respondWith(found);
});
