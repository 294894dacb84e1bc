// @ts-check
// What a reader fills in before the script of a widget has come. It counts as if it were done the moment after.

/** @typedef {{ field: HTMLElement, held: { checked: boolean } | { value: string } }} Prefilled */

/** @param {HTMLInputElement} field */
const isChanged = ({ type, checked, defaultChecked, value, defaultValue }) => {
  if (type === "radio") return checked && !defaultChecked;
  return type === "checkbox" ? checked !== defaultChecked : value !== defaultValue;
};

/** @param {HTMLSelectElement} field with one option that the page has chosen */
const isOther = ({ options, value }) => [...options].some((option) => option.defaultSelected && option.value !== value);

/**
 * The fields that the reader has changed since the page came, or the browser from an earlier visit, and what they hold.
 * @param {ParentNode} root
 * @returns {Prefilled[]}
 */
export const prefilled = (root) => [
  ...[...root.querySelectorAll("textarea, input")]
    .map((field) => /** @type {HTMLInputElement} */ (field))
    .filter(isChanged)
    .map((field) => ({ field, held: /radio|checkbox/.test(field.type) ? { checked: field.checked } : { value: field.value } })),
  ...[...root.querySelectorAll("select")].filter(isOther).map((field) => ({ field, held: { value: field.value } })),
];
