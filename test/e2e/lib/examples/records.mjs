import assert from 'node:assert/strict';
import { activateFully } from '../alerts.mjs';
import { eventually } from '../wait.mjs';
import { addRows, tableRows } from './dataTable.mjs';
import { calmFloor, importExample, setUp } from './example.mjs';
import { Postgres } from '../../../support/postgres.mjs';
import { SLACK } from './services.mjs';
import { howTables } from './tablesByHand.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */
/** @typedef {(table: string) => Promise<Record<string, any>[]>} ReadTable */

/**
 * Agents and leads, wherever they are kept.
 * @param {Stage} stage
 * @param {string} file
 * @param {ReadTable} read
 * @param {import('./example.mjs').Example['credentials']} [credentials]
 */
async function keepsAgentsAndLeads(stage, file, read, credentials) {
  const simulator = await calmFloor(stage);
  const workflow = await importExample(stage, { file, simulator, credentials });
  await setUp(stage, workflow);
  const everyone = await read('contact_center_agents');
  assert.equal(everyone.length, simulator.world.signedIn().length, 'filled with everyone');
  await activateFully(stage, workflow);

  /** @param {string} id @param {string} state */
  const agentIs = (id, state) =>
    eventually(`${id} ${state}`, 120, async () => {
      const rows = await read('contact_center_agents');
      return rows.find((row) => row.agent_id === id)?.state === state;
    });
  /** @param {string} by */
  const leadSeenBy = (by) =>
    eventually(`the lead by ${by}`, 120, async () => {
      const rows = await read('contact_center_leads');
      const found = rows.filter((row) => row.lead_code === 'CRM-77');
      return found[0]?.agent_id === by && found;
    });
  const call = { leadCode: 'CRM-77', phone: '3125550177', leadId: '77' };
  simulator.world.setAgent('1001', { state: 'busy', call });
  await agentIs('1001', 'busy');
  const [lead] = await leadSeenBy('1001');
  assert.deepEqual([lead?.phone, lead?.agent_name], [call.phone, 'Ann Ready']);
  simulator.world.setAgent('1001', { state: 'ready' });
  simulator.world.setAgent('1002', { state: 'busy', call });
  await agentIs('1001', 'ready');
  assert.equal((await leadSeenBy('1002')).length, 1, 'one row for one lead code');
  const agents = await read('contact_center_agents');
  assert.equal(agents.length, everyone.length, 'one row for one agent');
  assert.ok(Date.parse(agents.find((row) => row.agent_id === '1001')?.since), 'since when');
}

/** @type {Record<string, import('../../examples.e2e.mjs').Test>} */
export default {
  'agents and leads are kept in PostgreSQL, one row each': async (stage) => {
    const postgres = await Postgres.start(stage.signal);
    try {
      await keepsAgentsAndLeads(
        stage,
        'agents-and-leads-to-postgres.json',
        (table) => postgres.rows(`SELECT * FROM ${table}`),
        [postgres.credential],
      );
    } finally {
      await postgres.stop();
    }
  },

  'agents and leads are kept in data tables, one row each': async (stage) => {
    const file = 'agents-and-leads-to-data-table.json';
    await keepsAgentsAndLeads(stage, file, (table) => tableRows(stage.client, table));
    return howTables(stage);
  },

  'who to tell: the persons in the data table, the channel for everybody else': async (
    stage,
    outside,
  ) => {
    const simulator = await calmFloor(stage);
    const data = { accessToken: 'xoxb-examples-persons', signatureSecret: '' };
    const file = 'who-to-tell-by-data-table.json';
    const credentials = [{ name: 'Slack', type: 'slackApi', data }];
    const workflow = await importExample(stage, { file, simulator, credentials });
    await setUp(stage, workflow);
    await addRows(stage.client, 'who_to_tell', [
      { agentId: '1001', slackUser: 'U0ANN' },
      { agentId: '1001', slackUser: 'U0LEAD' },
      { agentId: '1020', slackUser: 'U0QUINCY' },
    ]);
    await activateFully(stage, workflow);
    // In one execution, so that each message must find its own agent.
    for (const id of ['1020', '1001', '1002']) simulator.world.setAgent(id, { state: 'paused' });
    const told = await eventually('four messages', 150, async () => {
      const sent = outside.sent.filter(
        ({ host, headers }) =>
          host === SLACK && headers.authorization === `Bearer ${data.accessToken}`,
      );
      return sent.length >= 4 && sent.map(({ body }) => [body.channel, body.text.split(' (')[0]]);
    });
    assert.deepEqual(told.sort(), [
      ['#team-leads', 'Bob Closer'],
      ['U0ANN', 'Ann Ready'],
      ['U0LEAD', 'Ann Ready'],
      ['U0QUINCY', 'Comma, Quincy'],
    ]);
    return howTables(stage);
  },
};
