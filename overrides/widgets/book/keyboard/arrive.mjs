// @ts-check
// Another page takes the place of this one without a reload, and the link that had the focus is gone. A screen reader
// would say nothing: so the new page's heading takes the focus. A page in another language is loaded whole, for the header
// and the theme's own words would stay in the language of the page before. A link to one is left to the browser from the
// start: of two pages in one document, Back while the second still loads would give its links another page to begin at.

/** The folders of a path that are named after a language, as in `/zh/help/`. */
const languages = (/** @type {string} */ path) => String(path.match(/\/[a-z]{2}(?:-\w+)?(?=\/)/g));

let here = location.pathname;
let moved = false;

/** Gives the focus to the heading of the page that has come, unless the reader has it elsewhere already. */
export const focusHeading = () => {
  const heading = document.querySelector("article h1");
  const lost = document.activeElement === document.body || document.activeElement?.matches("label, button.md-header__button");
  if (!moved || location.hash || !lost || !(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

const arrive = () => {
  const meta = document.querySelector("meta[name=language]");
  const header = document.querySelector(".md-header[lang]");
  if (meta instanceof HTMLMetaElement && header instanceof HTMLElement && meta.content !== header.lang) return location.reload();
  moved = location.pathname !== here;
  here = location.pathname;
  focusHeading();
};

addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.host === location.host && languages(link.pathname) !== languages(here)) link.target ||= "_self"; // the theme leaves it alone
}, true);
arrive();
/** @type {any} */ (self).document$?.subscribe(arrive);
