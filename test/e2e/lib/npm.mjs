import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a command `npm` that asks another registry than it is told, and notes what it was asked:
 * n8n calls npm by its name and names npm's own registry, whatever npm's settings say, and takes
 * another one with a licence only (docs/n8n.md, Packages).
 * @param {string} bin the folder to put it into, first on n8n's PATH
 * @param {string} registry
 * @returns {Promise<() => Promise<string[]>>} gives the commands so far, like "view left-pad"
 */
export async function npmWithRegistry(bin, registry) {
  const log = path.join(bin, 'npm.log');
  const script = `#!/bin/sh
echo "$*" >> '${log}'
for word do
  shift
  case $word in --registry=*) word='--registry=${registry}' ;; esac
  set -- "$@" "$word"
done
PATH=\${PATH#*:} exec npm "$@"
`;
  await mkdir(bin, { recursive: true });
  await writeFile(log, '');
  await writeFile(path.join(bin, 'npm'), script, { mode: 0o755 });
  return async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean);
}
