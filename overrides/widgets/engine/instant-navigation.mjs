// @ts-check
// Keeps answers from being lost, and the place of whoever skips to the content by keyboard. At the first move within a
// page (a link to a heading, a step of a tree, Back) Material's instant navigation fetches that page anew. So it does
// not hear of such moves, which the browser makes well by itself, until it has fetched another page; from then on it
// knows where it is.

const opened = location.pathname;
/** Whether it has fetched another page since. */
let left = false;
/** @type {{ next(place: { pathname: string }): void } | undefined} */
const places = /** @type {any} */ (self).location$;

/** @param {{ pathname: string }} place */
const stays = (place) => !left && place.pathname === opened;

if (places) {
  /** @type {any} */ (self).document$.subscribe(() => (left ||= location.pathname !== opened));
  const next = places.next.bind(places);
  places.next = (place) => {
    if (!stays(place)) next(place);
  };
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.hash && link.host === location.host && stays(link)) link.target = "_self"; // such a link it leaves alone
  }, true);
}
