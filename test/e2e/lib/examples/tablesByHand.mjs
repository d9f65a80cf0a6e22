import { createTable } from './dataTable.mjs';

/** @typedef {import('../../../../playground/lib/n8n-client.mjs').N8nClient} N8nClient */
/** @typedef {import('../../../../playground/lib/n8n-workflows.mjs').WorkflowFile} WorkflowFile */

/**
 * How the tables of an example come to be in this n8n, where that is not by the example itself.
 * @param {import('../stage.mjs').Stage} stage
 */
export const howTables = (stage) =>
  stage.lacks('nodes that create data tables') ? 'data tables are made by hand' : undefined;

/**
 * What a user of n8n 1 does with an example: creates its tables by hand, deactivates the nodes that
 * would do it, and chooses the table in each of the other nodes.
 * @param {N8nClient} n8n
 * @param {WorkflowFile} workflow
 * @returns {Promise<WorkflowFile>}
 */
export async function tablesByHand(n8n, workflow) {
  const creating = workflow.nodes.filter(({ parameters }) => parameters.resource === 'table');
  /** @type {Record<string, string>} */
  const ids = {};
  for (const { parameters } of creating) {
    const { tableName, columns } = parameters;
    ids[tableName] = await createTable(n8n, tableName, columns.column);
  }
  const nodes = workflow.nodes.map((node) => {
    const { dataTableId } = node.parameters;
    if (creating.includes(node)) return { ...node, disabled: true };
    if (!dataTableId) return node;
    const chosen = { ...dataTableId, mode: 'id', value: ids[dataTableId.value] };
    return { ...node, parameters: { ...node.parameters, dataTableId: chosen } };
  });
  return { ...workflow, nodes };
}
