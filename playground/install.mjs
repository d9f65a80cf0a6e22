/** `node playground/install.mjs`: installs each n8n that the playground can run, and starts none. */
import { main } from '../scripts/lib/main.mjs';
import { installN8n } from './lib/n8n-install.mjs';
import { versions } from './lib/n8n-versions.mjs';

await main(async (signal) => {
  for (const version of versions) await installN8n(version, signal);
});
