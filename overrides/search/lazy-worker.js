// @ts-check
// The theme's search, fetched only when somebody searches: program and index weigh more than a page. Stands between
// the page and the theme's own worker, in the theme's words (SETUP, READY, QUERY, RESULT). `search.py` fills in what
// to fetch, by its path from here.
const ENGINE = "";
const INDEX = "";
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

/**
 * @typedef {{ type: number, data?: any, id?: number }} Message - MaterialX numbers what it asks, and waits for an
 * answer of that number; Material does not.
 */

/** @type {Message | undefined} */
let setup;
/** @type {Message | undefined} */
let query;
/** @type {Promise<void> | undefined} */
let begun;
/** @type {(message: Message) => void} */
const tell = self.postMessage.bind(self);

/** @param {Message} message */
const words = ({ data }) => /** @type {string} */ (data.query ?? data);

/**
 * Hands a message to the theme's worker.
 * @param {Message | undefined} data
 */
const hand = (data) => dispatchEvent(new MessageEvent("message", { data }));

/** Where a search that finds nothing leads to, whatever the addresses look like. */
const OFFERED = /^(help|tools)(\/|\/index\.html|\.html)$/;

/** @param {{ location: string }} page */
const isOffered = ({ location }) => OFFERED.test(location);

/**
 * A page as a result of a search that found nothing; the class says so (styles/search.css).
 * @param {{ location: string, title: string, text: string }} page
 */
const offer = ({ location, title, text }) => [
  { location, title: `<span class="search-none">${title}</span>`, text, score: 0, terms: {} },
];

const begin = async () => {
  const answer = await fetch(INDEX);
  const { docs } = await answer.json();
  /** @type {any} */ (self).importScripts(ENGINE);
  removeEventListener("message", hear);
  addEventListener("message", ({ data: message }) => {
    if (message.type === QUERY) query = message;
  });
  self.postMessage = (/** @type {Message} */ message) => {
    const none = message.type === RESULT && !message.data.items.length && query?.data.trim();
    if (none) tell({ type: RESULT, data: { items: docs.filter(isOffered).map(offer) } });
    else if (message.type === READY) hand(query); // the page has been told
    else tell(message);
  };
  hand({ ...setup, type: SETUP, data: { ...setup?.data, docs } });
};

/** @param {MessageEvent<Message>} event */
const hear = ({ data: message }) => {
  if (message.type === SETUP) {
    setup = message;
    tell({ type: READY, id: message.id });
  } else if (message.type === QUERY && !words(message).trim()) {
    tell({ type: RESULT, id: message.id, data: { items: [] } });
  } else if (message.type === QUERY) {
    query = message;
    begun ??= begin().catch(() => {
      begun = undefined; // no network: the next letter tries again
      tell({ type: RESULT, id: query?.id, data: { items: [] } });
    });
  }
};
addEventListener("message", hear);
