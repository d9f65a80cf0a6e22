import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/** @typedef {import('../../playground/lib/n8n-workflows.mjs').WorkflowFile} WorkflowFile */

/** The example workflow. */
export const workflowFile = path.join(root, 'examples', 'wallboard.json');

/** @returns {Promise<WorkflowFile>} as it stands in examples/ */
export const readWorkflow = async () => JSON.parse(await readFile(workflowFile, 'utf8'));

/** @param {string} name in examples/wallboard/ */
const source = (name) => readFile(path.join(root, 'examples', 'wallboard', name), 'utf8');

/**
 * @param {string[]} names of modules, those first that the others import
 * @returns {Promise<string>} them as one script
 */
async function script(...names) {
  const modules = await Promise.all(names.map(source));
  return modules.join('\n').replace(/^import [^;]+;\n|^export (?=const|function|async)/gm, '');
}

/**
 * The page as n8n's HTML node gets it, with `{{ $json.nonce }}` and `{{ $json.floor }}` to fill in.
 * @returns {Promise<string>}
 */
export async function pageTemplate() {
  const [html, style] = await Promise.all([source('page.html'), source('page.css')]);
  const code = await script('elements.mjs', 'page.mjs');
  return html
    .replace(/^ *\/\* page\.css \*\/\n/m, () => style)
    .replace(/^ *\/\* page\.mjs \*\/\n/m, () => code);
}

/**
 * @param {WorkflowFile} workflow
 * @returns {Promise<WorkflowFile>} the same with its two nodes as the sources have them
 */
export async function packed(workflow) {
  const [jsCode, html] = await Promise.all([script('floor.mjs', 'node.mjs'), pageTemplate()]);
  /** @type {Record<string, Record<string, string>>} */
  const parameters = {
    Floor: { jsCode: `${jsCode}\nreturn run($, $input, $getWorkflowStaticData);\n` },
    Page: { html },
  };
  const nodes = workflow.nodes.map((node) => ({
    ...node,
    parameters: { ...node.parameters, ...parameters[node.name] },
  }));
  return { ...workflow, nodes };
}
