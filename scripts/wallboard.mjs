/**
 * `npm run wallboard`: packs examples/wallboard/ into the two nodes of examples/wallboard.json that
 * are code: what the wallboard shows, and its page.
 */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { main } from './lib/main.mjs';
import { readWorkflow, packed, workflowFile } from './lib/wallboard.mjs';

await main(async () => {
  const workflow = await packed(await readWorkflow());
  const style = await resolveConfig(workflowFile);
  const text = JSON.stringify(workflow, null, 2);
  await writeFile(workflowFile, await format(text, { ...style, filepath: workflowFile }));
});
