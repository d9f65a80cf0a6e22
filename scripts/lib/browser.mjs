import { access } from 'node:fs/promises';
import { getuid } from 'node:process';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { installTools } from './project.mjs';

const CHROMIUM = '/usr/bin/chromium';

/** A browser that neither calls home nor asks anything. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-default-apps',
  '--disable-domain-reliability',
];

/**
 * Starts Debian's Chromium, which root gets installed where it is missing.
 * @param {AbortSignal} signal
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function openBrowser(signal) {
  const missing = await access(CHROMIUM).then(
    () => false,
    () => true,
  );
  if (missing && getuid?.() !== 0) throw new Error('Chromium is missing: apt-get install chromium');
  if (missing) {
    await run('apt-get', ['update'], { cwd: root, signal });
    await run('apt-get', ['install', '-y', 'chromium'], { cwd: root, signal });
  }
  await installTools(signal);
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: CHROMIUM, args: flags });
}
