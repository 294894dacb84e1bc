// @ts-check
// Labels of checkboxes as buttons or by buttons, with a name, and with what they open and whether that is open.

/** @typedef {{ toggle: HTMLInputElement, panel: Element | null, narrow: MediaQueryList, covers: boolean }} Part */

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export const every = (selector, within = document) => /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);

const SAID = ["role", "aria-expanded", "aria-controls", "aria-label"];

/**
 * @param {HTMLElement} label
 * @param {HTMLInputElement} toggle
 * @param {Element | null} opens
 * @param {string} [name] where it has no words of its own
 */
const button = (label, toggle, opens, name) => {
  if (!(label instanceof HTMLButtonElement)) {
    label.tabIndex = 0;
    label.setAttribute("role", "button");
  }
  label.setAttribute("aria-expanded", `${toggle.checked}`);
  if (name) label.setAttribute("aria-label", name);
  if (!opens) return;
  opens.id ||= `${toggle.id}_panel`;
  label.setAttribute("aria-controls", opens.id);
};

/**
 * Puts a real button in the place of a label that does nothing else. Its `for` stays, for the theme's styles ask for it.
 * @param {HTMLElement} label
 * @returns {HTMLElement}
 */
const real = (label) => {
  if (label instanceof HTMLButtonElement) return label;
  const made = document.createElement("button");
  for (const { name, value } of label.attributes) made.setAttribute(name, value);
  made.type = "button";
  made.append(...label.childNodes);
  made.addEventListener("click", () => document.getElementById(made.getAttribute("for") ?? "")?.click());
  label.replaceWith(made);
  return made;
};

/** @param {HTMLElement} label that does nothing at this width */
const words = (label) => {
  label.removeAttribute("tabindex");
  for (const attribute of SAID) label.removeAttribute(attribute);
};

/**
 * The labels of a section of the menu. Where there is room the theme opens most sections itself.
 * @param {HTMLInputElement} toggle
 * @param {boolean} narrow
 */
const section = (toggle, narrow) => {
  const item = toggle.parentElement ?? document;
  const [panel] = every(":scope > .md-nav", item);
  const [page] = every(":scope > .md-nav__container > a", item);
  for (const label of every(`label[for="${toggle.id}"]`, item)) {
    label.dataset.wide ??= label.getAttribute("tabindex") === "0" ? "button" : "words";
    if (narrow || label.dataset.wide === "button") button(label, toggle, panel, label.textContent?.trim() ? "" : page?.textContent?.trim());
    else words(label);
  }
};

/**
 * Makes every label a button that works as one at this width.
 * @param {Part} menu
 * @param {Part} search
 */
export const prepare = (menu, search) => {
  for (const { toggle, panel } of [menu, search]) {
    for (const label of every(`.md-header__button[for=${toggle.id}]`)) button(real(label), toggle, panel, label.dataset.name);
  }
  for (const label of every(`.md-search__icon[for=${search.toggle.id}]`)) {
    if (search.narrow.matches) button(label, search.toggle, search.panel, label.dataset.name);
    else words(label);
  }
  for (const overlay of every(".md-overlay")) { // the page behind the menu
    if (menu.covers) button(overlay, menu.toggle, menu.panel, every("[data-closes]")[0]?.dataset.closes);
    else words(overlay);
  }
  for (const toggle of every(".md-sidebar--primary .md-nav__toggle")) {
    section(/** @type {HTMLInputElement} */ (toggle), menu.narrow.matches);
  }
};
