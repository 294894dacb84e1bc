// @ts-check
// Loads widgets. One that has not taken over then is the sheet of paper that it is without script; if this does not
// come either, quiz.css makes it that after a while.
const load = () =>
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-widget]")).forEach((e) =>
    import(`./${e.dataset.widget}`)
      .catch(console.warn)
      .then(() => e.toggleAttribute("data-failed", e.matches(".quiz:not([data-live])"))),
  );
/** @type {any} */ (self).document$?.subscribe(load) ?? load();
