/**
 * What the wallboard's page is built with: elements that hold text and never markup, lists that keep
 * their elements, and times in words.
 */

/** @param {string} id @returns {HTMLElement} */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Element} parent @param {string} selector @returns {HTMLElement} */
export const part = (parent, selector) =>
  /** @type {HTMLElement} */ (parent.querySelector(selector));

/** @param {string} tag @param {string} className @param {(Node | string)[]} children */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** @param {string} name @returns {SVGElement} */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** Writes only what is new. @param {Element} target @param {string} text */
export function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** A foreign word, cut off where it is too long. @param {Element} target @param {string} text */
export function writeForeign(target, text) {
  write(target, text);
  target.setAttribute('title', text);
}

/** @param {number} seconds @returns {string} as 1:02:03 */
export function digits(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** @param {number} number @param {string} unit */
const several = (number, unit) => `${number} ${unit}${number === 1 ? '' : 's'}`;

/** @param {number} seconds @returns {string} as it is spoken */
export function spoken(seconds) {
  if (seconds < 60) return 'less than a minute';
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [hours && several(hours, 'hour'), minutes && several(minutes, 'minute')];
  return parts.filter(Boolean).join(' ');
}

/** @param {number} ms @returns {string} as 14:02:03 */
export const timeOfDay = (ms) => new Date(ms).toTimeString().slice(0, 8);

/**
 * Brings a list to these items in this order; the elements of those that stay are the same.
 * @template T
 * @param {Element} list
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 * @param {() => HTMLElement} create
 * @param {(made: HTMLElement, item: T) => void} update
 */
export function fill(list, items, keyOf, create, update) {
  const wanted = new Set(items.map(keyOf));
  const old = new Map(Array.from(list.children, (child) => [Reflect.get(child, 'key'), child]));
  for (const [key, child] of old) {
    if (wanted.has(key)) continue;
    if (child.contains(document.activeElement)) byId('alerts-title').focus();
    child.remove();
  }
  let place = list.firstElementChild;
  for (const item of items) {
    const made = /** @type {HTMLElement} */ (old.get(keyOf(item))) ?? create();
    Reflect.set(made, 'key', keyOf(item));
    if (made === place) place = place.nextElementSibling;
    else list.insertBefore(made, place);
    update(made, item);
  }
}
