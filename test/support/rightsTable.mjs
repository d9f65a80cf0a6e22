import { projectText } from './texts.mjs';

/**
 * The rights that a vendor's page lists: for what, and which in its own words.
 * @param {string} page in docs/vendors
 * @returns {{task: string, rights: string[]}[]}
 */
export function rightsTable(page) {
  const [, section = ''] = projectText(`docs/vendors/${page}`).split(
    '\n## Set-up with the least rights\n',
  );
  const [, table = ''] = section.split('\n| For | Rights |\n|---|---|\n');
  const rows = /^(?:\|.*\n)+/.exec(table)?.[0] ?? '';
  return [...rows.matchAll(/^\| (.*?) \| (.*?) \|$/gm)].map(([, task = '', rights = '']) => ({
    task: task.replaceAll('*', ''),
    rights: [...rights.matchAll(/`([^`]+)`/g)].map(([, right = '']) => right),
  }));
}
