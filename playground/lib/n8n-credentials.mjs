/** @typedef {import('./n8n-client.mjs').N8nClient} N8nClient */

/**
 * What a node names its credential by.
 * @typedef {object} CredentialReference
 * @property {string} id
 * @property {string} name
 */

/**
 * Creates a credential, or gives the one of that name new contents.
 * @param {N8nClient} n8n
 * @param {{name: string, type: string, data: Record<string, unknown>}} credential
 * @returns {Promise<CredentialReference>}
 */
export async function saveCredential(n8n, credential) {
  /** @type {CredentialReference[]} */
  const all = await n8n.call('GET', '/rest/credentials');
  const present = all.find(({ name }) => name === credential.name);
  const { id, name } = present
    ? await n8n.call('PATCH', `/rest/credentials/${present.id}`, credential)
    : await n8n.call('POST', '/rest/credentials', credential);
  return { id, name };
}

/**
 * What the editor's "Test" does with a saved credential.
 * @param {N8nClient} n8n
 * @param {CredentialReference & {type: string, data: Record<string, unknown>}} credentials
 * @returns {Promise<{status: 'OK' | 'Error', message: string}>}
 */
export const testCredential = (n8n, credentials) =>
  n8n.call('POST', '/rest/credentials/test', { credentials });
