import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/**
 * @typedef {object} Mail
 * @property {string} to whom the server was told to bring it to
 * @property {string} subject
 * @property {string} body as HTML where it has some, else as text
 */

/** A mail server that keeps what it gets. */
export class Mailbox {
  /** @type {Mail[]} oldest first */
  mails = [];
  #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      this.#keep(stream, envelope).then(() => done(), done);
    },
  });

  /** @returns {Promise<Mailbox>} listening */
  static async open() {
    const mailbox = new Mailbox();
    await once(mailbox.#server.listen(0, '127.0.0.1'), 'listening');
    mailbox.#server.server.unref();
    return mailbox;
  }

  /**
   * @param {import('node:stream').Readable} stream
   * @param {import('smtp-server').SMTPServerEnvelope} envelope
   */
  async #keep(stream, { rcptTo }) {
    const { subject = '', html, text = '' } = await PostalMime.parse(await buffer(stream));
    const to = rcptTo.map(({ address }) => address).join(', ');
    this.mails.push({ to, subject, body: html || text.trimEnd() });
  }

  /** n8n's credential for it. */
  get credential() {
    const address = this.#server.server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    const data = { host: '127.0.0.1', port: address.port, secure: false, disableStartTls: true };
    return { name: 'SMTP', type: 'smtp', data: { ...data, user: '', password: '', hostName: '' } };
  }
}
