// @ts-check
// Has the browser keep the book (worker.mjs) once a page is there. The build puts this at the end of the loader, for
// every page pays for it. Nothing is kept for a reader who has said no (cache.mjs) or wants to save data, nor on a page
// with "Exit this page": whoever begins there may have reasons to leave nothing on the device.
onload = async () => {
  try {
    const { pathname } = new URL("..", import.meta.url);
    if (
      !(/** @type {any} */ (navigator).connection?.saveData) &&
      !document.querySelector("exit-page") &&
      (localStorage[`guidebook-offline ${pathname}`] ?? localStorage["guidebook-offline"]) !== "no"
    ) {
      const { active } = await navigator.serviceWorker.register(new URL("../worker.js", import.meta.url));
      active?.postMessage("complete"); // one that was there already may have lost files
    }
  } catch {
    // not every browser lets a site keep things
  }
};
