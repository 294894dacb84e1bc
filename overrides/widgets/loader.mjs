// @ts-check
// Loads widgets. If one does not come, the page is the sheet of paper that it is without script.
const load = () =>
  document.querySelectorAll("[data-widget]").forEach((e) =>
    import(`./${e.getAttribute("data-widget")}`).catch(() => e.toggleAttribute("data-failed", true)),
  );
/** @type {any} */ (self).document$?.subscribe(load) ?? load();
