// @ts-check
// Loads widgets. If one does not come, the page is the sheet of paper that it is without script.
const load = () =>
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-widget]")).forEach((e) =>
    import(`./${e.dataset.widget}`).catch(() => (e.dataset.failed = "")),
  );
/** @type {any} */ (self).document$?.subscribe(load) ?? load();
