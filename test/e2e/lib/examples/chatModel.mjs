import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * A message of OpenAI's chat format.
 * @typedef {object} Message
 * @property {string} role
 * @property {string | null} [content]
 * @property {{id: string, type: 'function', function: {name: string, arguments: string}}[]} [tool_calls]
 */

/** Plays a chat model at an address of its own, which OpenAI's credential has a field for. */
export class ChatModel {
  /** @type {{messages: Message[], tools: {function: {name: string, description: string}}[]}[]} */
  asked = [];
  #server = createServer((request, response) => void this.#serve(request, response));

  /**
   * @param {(messages: Message[]) => Partial<Message>} think what it says next
   * @returns {Promise<ChatModel>} listening
   */
  static async open(think) {
    const model = new ChatModel(think);
    model.#server.listen(0, '127.0.0.1');
    await once(model.#server, 'listening');
    model.#server.unref();
    return model;
  }

  /** @param {(messages: Message[]) => Partial<Message>} think */
  constructor(think) {
    this.think = think;
  }

  /** n8n's credential for it. */
  get credential() {
    const address = this.#server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    const url = `http://127.0.0.1:${address.port}/v1`;
    return { name: 'OpenAI', type: 'openAiApi', data: { apiKey: 'any', url, header: false } };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const question = JSON.parse(Buffer.concat(chunks).toString());
    this.asked.push(question);
    const message = { role: 'assistant', content: null, ...this.think(question.messages) };
    const reason = message.tool_calls ? 'tool_calls' : 'stop';
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'played',
        object: 'chat.completion',
        created: 0,
        model: question.model,
        choices: [{ index: 0, finish_reason: reason, message }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  }
}
