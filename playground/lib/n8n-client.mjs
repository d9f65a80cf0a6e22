/**
 * @typedef {object} Account
 * @property {string} email
 * @property {string} password
 */

/** A signed-in session at n8n's own REST interface, the one its editor uses. */
export class N8nClient {
  #cookie = '';
  /** @type {Promise<unknown>} the end of the change before */
  #changed = Promise.resolve();
  /** n8n's version, for example "2.41.1"; n8n tells it to those who are signed in. */
  version = '';

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
    client.version = (await client.call('GET', '/rest/settings')).versionCli;
    return client;
  }

  /**
   * Changes go one after the other, as one person would make them: n8n 1 on SQLite mixes up the
   * transactions of several, and of two credential tests at once n8n fails one with "Node not found"
   * (docs/n8n.md).
   * @param {string} method
   * @param {string} path with its query
   * @param {unknown} [body]
   * @returns {Promise<any>} the answer's `data`; rejects with an Error with n8n's own words
   */
  call(method, path, body) {
    if (method === 'GET') return this.#send(method, path);
    const result = this.#changed.then(() => this.#send(method, path, body));
    this.#changed = result.catch(() => undefined);
    return result;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<any>}
   */
  async #send(method, path, body) {
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
