import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Mail
 * @property {string} to whom the server was told to bring it to
 * @property {string} subject
 * @property {string} body as text or HTML
 */

/** A mail server that keeps what it gets. It takes one text per mail, as n8n sends it. */
export class Mailbox {
  /** @type {Mail[]} oldest first */
  mails = [];
  #server = createServer((socket) => void this.#serve(socket).catch(() => socket.destroy()));

  /** @returns {Promise<Mailbox>} listening */
  static async open() {
    const mailbox = new Mailbox();
    mailbox.#server.listen(0, '127.0.0.1');
    await once(mailbox.#server, 'listening');
    mailbox.#server.unref();
    return mailbox;
  }

  /** n8n's credential for it. */
  get credential() {
    const address = this.#server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    const data = { host: '127.0.0.1', port: address.port, secure: false, disableStartTls: true };
    return { name: 'SMTP', type: 'smtp', data: { ...data, user: '', password: '', hostName: '' } };
  }

  /** @param {import('node:net').Socket} socket */
  async #serve(socket) {
    /** @param {string} line */
    const say = (line) => socket.write(`${line}\r\n`);
    let to = '';
    /** @type {string[] | null} */
    let data = null;
    say('220 mailbox');
    for await (const line of createInterface({ input: socket })) {
      if (data && line !== '.') data.push(line.replace(/^\./, ''));
      else if (data) {
        this.mails.push({ to, ...read(data) });
        data = null;
        say('250 kept');
      } else if (/^RCPT/i.test(line)) {
        to = line.replace(/.*<(.*)>.*/, '$1');
        say('250 ok');
      } else if (/^DATA/i.test(line)) {
        data = [];
        say('354 go on');
      } else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
    }
  }
}

/**
 * @param {string[]} lines of a mail
 * @returns {{subject: string, body: string}}
 */
function read(lines) {
  const end = lines.indexOf('');
  const head = lines.slice(0, end).join('\n').replace(/\n\s+/g, ' ');
  /** @param {string} name */
  const header = (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const text = lines.slice(end + 1).join('\n');
  const decode = DECODERS[header('Content-Transfer-Encoding').toLowerCase()];
  return { subject: header('Subject'), body: decode?.(text) ?? text };
}

/** @type {Record<string, (text: string) => string>} */
const DECODERS = {
  base64: (text) => Buffer.from(text, 'base64').toString(),
  'quoted-printable': (text) => {
    const bytes = text
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  },
};
