/**
 * A text in an object, as Babel has it.
 * @typedef {object} TextPath
 * @property {{type: string}} node
 * @property {{type: string, key?: {name?: string}}} [parent]
 * @property {{parent?: {properties?: Array<{key?: {name?: string}}>}}} [parentPath]
 */

/** What n8n's editor shows of a parameter. */
const SHOWN = new Set(['displayName', 'description', 'placeholder', 'action']);

/**
 * Whether a text is one that the editor shows; of a choice, that is its name, beside its value.
 * @param {TextPath} path
 */
function isWording({ node, parent, parentPath }) {
  if (node.type !== 'StringLiteral' || parent?.type !== 'ObjectProperty') return false;
  const key = parent.key?.name ?? '';
  const beside = parentPath?.parent?.properties ?? [];
  return SHOWN.has(key) || (key === 'name' && beside.some((each) => each.key?.name === 'value'));
}

/** Leaves the editor's wordings as they are: a test of them would only repeat them. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'wordings',
    value: {
      /** @param {TextPath} path */
      shouldIgnore: (path) => (isWording(path) ? 'shown by the editor only' : undefined),
    },
  },
];
