/** @typedef {import('../../../../playground/lib/n8n-client.mjs').N8nClient} N8nClient */

/**
 * One of n8n's own data tables.
 * @param {N8nClient} n8n
 * @param {string} name
 * @returns {Promise<string>} its path at n8n's REST interface
 */
async function pathOf(n8n, name) {
  const { id: project } = await n8n.call('GET', '/rest/projects/personal');
  const { data } = await n8n.call('GET', `/rest/projects/${project}/data-tables`);
  const table = data.find((/** @type {{name: string}} */ one) => one.name === name);
  if (!table) throw new Error(`There is no data table ${name}.`);
  return `/rest/projects/${project}/data-tables/${table.id}`;
}

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
