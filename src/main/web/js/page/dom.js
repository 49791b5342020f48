// Builds elements out of texts, never out of markup, so that what strangers wrote stays text.

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, any>} [attributes] a function is a listener; what is false or missing is left out
 * @param {...any} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export const el = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.replace(/^on/, ""), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

/** @returns {HTMLElement | null} */
export const find = (/** @type {string} */ selector, /** @type {ParentNode} */ root = document) =>
  root.querySelector(selector);

// What every page of its kind has.
/** @returns {HTMLElement} */
export const need = (/** @type {string} */ selector, /** @type {ParentNode} */ root = document) => {
  const found = find(selector, root);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
};

/** @returns {HTMLElement[]} */
export const all = (/** @type {string} */ selector, /** @type {ParentNode} */ root = document) => {
  /** @type {NodeListOf<HTMLElement>} */
  const found = root.querySelectorAll(selector);
  return [...found];
};

/** @returns {HTMLElement | null} */
export const pressed = (/** @type {Event} */ event, /** @type {string} */ selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

// Says something to a screen reader, the same thing twice if it happens twice.
export const announce = (/** @type {string} */ text) => {
  const place = document.getElementById("announce");
  if (!place) return;
  place.textContent = "";
  setTimeout(() => (place.textContent = text), 50);
};
