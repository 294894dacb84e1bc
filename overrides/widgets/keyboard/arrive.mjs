// @ts-check
// Another page takes the place of this one without a reload, and the link that had the focus is gone. A screen reader
// would say nothing: so the new page's heading takes the focus, and <html> the language of the page.

let here = location.pathname;

const arrive = () => {
  const meta = document.querySelector("meta[name=language]");
  if (meta instanceof HTMLMetaElement) document.documentElement.lang = meta.content;
  const moved = location.pathname !== here;
  here = location.pathname;
  const heading = document.querySelector("article h1");
  const lost = document.activeElement === document.body || document.activeElement?.matches("label");
  if (!moved || location.hash || !lost || !(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

arrive();
/** @type {any} */ (self).document$?.subscribe(arrive);
