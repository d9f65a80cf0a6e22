/**
 * `npm run wallboard:pictures`: draws the wallboard's pictures in docs/images anew, from a made-up
 * moment of four contact centers. Needs no n8n; the end-to-end tests show that n8n gives the same page.
 */
import path from 'node:path';
import { contactCenters } from '../test/browser/lib/people.mjs';
import { serveWallboard } from '../test/browser/lib/wallboardServer.mjs';
import { openBrowser } from './lib/browser.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';

/** @type {[string, import('playwright-core').BrowserContextOptions][]} */
const PICTURES = [
  ['wallboard', { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' }],
  [
    'wallboard-phone',
    { viewport: { width: 390, height: 844 }, colorScheme: 'light', deviceScaleFactor: 2 },
  ],
];

await main(async (signal) => {
  const browser = await openBrowser(signal);
  const { sources, memory } = contactCenters(Date.now());
  const server = await serveWallboard(sources, memory);
  try {
    for (const [name, options] of PICTURES) {
      // Still, so that no picture shows half a pulse.
      const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
      await page.goto(server.url);
      await page.locator('.card').first().waitFor();
      await page.screenshot({ path: path.join(root, 'docs', 'images', `${name}.png`) });
      console.log(`${name}.png`);
    }
  } finally {
    await server.close();
    await browser.close();
  }
});
