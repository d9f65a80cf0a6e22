/**
 * @typedef {object} Account
 * @property {string} email
 * @property {string} password
 */

/** A signed-in session at n8n's own REST interface, the one its editor uses. */
export class N8nClient {
  #cookie = '';

  /** @param {string} url */
  constructor(url) {
    this.url = url;
  }

  /**
   * Signs in; on a new n8n the account becomes its owner first.
   * @param {string} url
   * @param {Account} account
   * @returns {Promise<N8nClient>} rejects with an Error with n8n's own words
   */
  static async signIn(url, { email, password }) {
    const client = new N8nClient(url);
    const settings = await client.call('GET', '/rest/settings');
    if (settings.userManagement.showSetupOnFirstLoad) {
      const owner = { email, password, firstName: 'Play', lastName: 'Ground' };
      await client.call('POST', '/rest/owner/setup', owner);
    }
    await client.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
    return client;
  }

  /**
   * @param {string} method
   * @param {string} path with its query
   * @param {unknown} [body]
   * @returns {Promise<any>} the answer's `data`; rejects with an Error with n8n's own words
   */
  async call(method, path, body) {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'browser-id': 'playground',
        cookie: this.#cookie,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const session = answer.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
    if (session) this.#cookie = session.split(';')[0] ?? '';
    const text = await answer.text();
    if (!answer.ok) throw new Error(`n8n: ${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text).data;
  }
}
