/** @typedef {import('./command.mjs').CommandError} CommandError */

/** What npm and node-gyp print, and what the user can do about it. The first that matches counts. */
const causes = /** @type {const} */ ([
  [/ENOSPC|no space left/i, 'The disk is full.'],
  [
    /gyp ERR! find Python|not found: make|(g\+\+|c\+\+|cc): (command )?(not found|No such file)/,
    'A compiler is missing: sqlite3 could not be fetched ready-made and needs python3, make and g++.\n' +
      'Debian, Ubuntu: apt-get install python3 make g++    macOS: xcode-select --install',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    'The npm registry cannot be reached. Check the network (npm ping) and start again.',
  ],
  [/EACCES|EPERM/, 'A file may not be written. Is part of the folder owned by another user?'],
  [/EUSAGE/, 'package.json and package-lock.json do not belong together.'],
]);

/**
 * Turns a failed installation into something a person can act on.
 * @param {string} title what was being done
 * @param {CommandError} error
 * @param {string} log where the whole output is
 * @returns {Error}
 */
export function explain(title, error, log) {
  const cause = causes.find(([pattern]) => pattern.test(error.output))?.[1];
  const tail = error.output.trimEnd().split('\n').slice(-8).join('\n');
  return new Error(
    `${title} failed. ${cause ?? `The end of its output:\n${tail}`}\nAll of it: ${log}`,
  );
}
