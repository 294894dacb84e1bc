// @ts-check
// Keeps answers from being lost. At the first move within a page (a link to a heading, a step of a tree, Back)
// Material's instant navigation fetches that page anew. So it does not hear of such moves, which the browser
// makes well by itself, until it has fetched another page; from then on it knows where it is.

const here = location.pathname;
/** @type {{ next(place: { pathname: string }): void } | undefined} */
const places = /** @type {any} */ (self).location$;

/** @param {{ pathname: string }} place */
const stays = (place) => place.pathname === here && history.scrollRestoration === "auto"; // it begins by changing that

/**
 * Keeps such a move from the theme.
 * @param {Event} event
 */
export const keepFromTheme = (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (places && link?.hash && link.host === location.host && stays(link)) event.stopPropagation();
};

if (places) {
  const next = places.next.bind(places);
  places.next = (place) => {
    if (!stays(place)) next(place);
  };
  addEventListener("click", (event) => {
    const widget = event.target instanceof Element && event.target.closest("[data-quiz]");
    if (!widget) keepFromTheme(event); // a widget hears its own links first
  }, true);
}
