// @ts-check
// Loads widgets
const load = () =>
  document.querySelectorAll("[data-quiz],[data-widget]").forEach((e) => {
    const dir = e.getAttribute("data-widget") ?? e.localName.slice(5);
    import(`./${dir}/${dir}.mjs`);
  });
/** @type {any} */ (self).document$?.subscribe(load) ?? load();
