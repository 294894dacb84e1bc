// @ts-check
// Loads a widget where a page holds one
const load = () =>
  document.querySelectorAll("[data-quiz]").forEach(({ localName }) => {
    const kind = localName.slice(5);
    import(`./${kind}/${kind}.mjs`);
  });
/** @type {any} */ (self).document$?.subscribe(load) ?? load();
