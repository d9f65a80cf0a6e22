import { codeBlocks, projectText } from './texts.mjs';

const GETTING_STARTED = 'docs/getting-started.md';

/**
 * What a page says under a heading, up to the next.
 * @param {string} file
 * @param {string} title with its marks, like "### Install"
 */
export const section = (file, title) =>
  (projectText(file).split(`${title}\n`)[1] ?? '').split(/^##/m)[0] ?? '';

/** @param {string} text @returns {string[]} its blocks of commands, one in a list too */
const commands = (text) => codeBlocks(text.replace(/^ +/gm, ''), 'bash');

/** All that the pages say one has to type to install the package, by how. docsInstall.test runs it. */
export const INSTALL_BLOCKS = {
  readme: commands(section('README.md', '## Install')),
  byHand: commands(section(GETTING_STARTED, '#### By hand')),
  fromClone: commands(section(GETTING_STARTED, '#### From a clone')),
  byEnvironment: commands(section(GETTING_STARTED, '#### By environment, with a checksum')),
  upgrading: commands(projectText('docs/upgrading.md')),
};
