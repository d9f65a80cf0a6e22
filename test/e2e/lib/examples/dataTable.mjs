/** @typedef {import('../../../../playground/lib/n8n-client.mjs').N8nClient} N8nClient */

/**
 * Where n8n's own data tables are.
 * @param {N8nClient} n8n
 * @returns {Promise<string>} their path at n8n's REST interface
 */
async function tables(n8n) {
  const { id } = await n8n.call('GET', '/rest/projects/personal');
  return `/rest/projects/${id}/data-tables`;
}

/**
 * @param {N8nClient} n8n
 * @param {string} name
 * @returns {Promise<string>} a table's path
 */
async function pathOf(n8n, name) {
  const path = await tables(n8n);
  const { data } = await n8n.call('GET', path);
  const table = data.find((/** @type {{name: string}} */ one) => one.name === name);
  if (!table) throw new Error(`There is no data table ${name}.`);
  return `${path}/${table.id}`;
}

/**
 * @param {N8nClient} n8n
 * @param {string} name
 * @param {{name: string, type: string}[]} columns
 * @returns {Promise<string>} its id
 */
export const createTable = async (n8n, name, columns) =>
  (await n8n.call('POST', await tables(n8n), { name, columns })).id;

/**
 * @param {N8nClient} n8n
 * @param {string} name
 * @returns {Promise<Record<string, any>[]>}
 */
export async function tableRows(n8n, name) {
  const { data } = await n8n.call('GET', `${await pathOf(n8n, name)}/rows`);
  return data;
}

/**
 * @param {N8nClient} n8n
 * @param {string} name
 * @param {Record<string, unknown>[]} rows
 */
export const addRows = async (n8n, name, rows) =>
  n8n.call('POST', `${await pathOf(n8n, name)}/insert`, { data: rows, returnType: 'count' });
