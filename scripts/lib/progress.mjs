import { stdout } from 'node:process';

/**
 * @param {number} since epoch milliseconds
 * @returns {string} like "4 s" or "2 min 31 s"
 */
export function elapsed(since) {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * A step that prints for itself: its title stands above, its duration below.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function section(title, work) {
  const start = Date.now();
  console.log(`\n=== ${title}`);
  try {
    return await work();
  } finally {
    console.log(`=== ${title}: ${elapsed(start)}`);
  }
}

/**
 * A silent step: one line that shows it is alive (a terminal sees it count, a log gets a new line
 * every 15 seconds) and what it took. Steps under a second leave no line.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {() => Promise<string>} [detail] how far it is, in a few words
 * @returns {Promise<T>}
 */
export async function progress(title, work, detail = async () => '') {
  const start = Date.now();
  const tell = async () => {
    const text = [title, elapsed(start), await detail()].filter(Boolean).join(', ');
    stdout.write(stdout.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  const first = setTimeout(tell, 1000);
  const ticker = setInterval(tell, stdout.isTTY ? 2000 : 15_000);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(ticker);
    if (stdout.isTTY) stdout.write('\r\u001b[2K');
    if (Date.now() - start >= 1000) console.log(`${title}: ${elapsed(start)}`);
  }
}
