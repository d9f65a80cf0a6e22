/**
 * What an action found: the answer as PHP's own array, in the order it is printed.
 * @typedef {Record<string, unknown>} Result
 */

/**
 * As PHP's json_encode prints it: one line, slashes escaped, everything beyond ASCII as \uXXXX.
 *
 * @param {Result} result
 * @returns {string}
 */
export function printJson(result) {
  return JSON.stringify(result)
    .replaceAll('/', '\\/')
    .replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/**
 * As GOautodial prints XML, which no parser takes: the prologue has its line breaks as a backslash
 * and an n, in front of the root element, and a list of plain values loses its name.
 *
 * @param {string} action
 * @param {Result} result
 * @returns {string}
 */
export function printXml(action, result) {
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<goautodialapi version="4.0">(',
    `<action>"${action} "</action>`,
    '" )',
  ];
  return `${head.join('\\n')}${elements(result)}</goautodialapi>\n`;
}

/** @param {object} object */
const elements = (object) =>
  Object.entries(object)
    .map(([key, value]) => element(key, value))
    .join('');

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {string}
 */
function element(key, value) {
  if (Array.isArray(value)) {
    return value.map((one, index) => element(isObject(one) ? key : String(index), one)).join('');
  }
  if (!isObject(value)) return `<${key}>${text(value)}</${key}>\n`;
  const name = /^\d+$/.test(key) ? '' : key;
  return `<${name}>\n${elements(value)}</${name}>\n`;
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
const isObject = (value) => typeof value === 'object' && value !== null;

/** @type {Record<string, string>} */
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'" };

/** @param {unknown} value */
function text(value) {
  const decoded = String(value ?? '').replace(
    /&(?:amp|lt|gt|quot|#039);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
  return /[&<>"']/.test(decoded) ? `<![CDATA[${decoded}]]>` : decoded;
}
