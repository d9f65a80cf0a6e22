import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { VicidialApi } from '../../credentials/VicidialApi.credentials';
import { execute } from '../support/contexts';
import { projectText } from '../support/texts.mjs';

const workflow = JSON.parse(projectText('examples/daily-agent-report.json')) as {
  nodes: Array<{ name: string; parameters: { html?: string } }>;
};
const template = workflow.nodes.find(({ name }) => name === 'Draw the Report')?.parameters.html;

/** Fills in a template as n8n's HTML node does (docs/n8n.md, Expressions in parameters). */
const htmlNode = {
  description: { displayName: 'HTML', name: 'html', properties: [] },
  async execute(this: IExecuteFunctions) {
    let html = template ?? '';
    for (const [expression] of html.matchAll(/{{[^]*?}}/g)) {
      html = html.replace(expression, this.evaluateExpression(expression, 0) as string);
    }
    return [[{ json: { html } }]];
  },
} as unknown as INodeType;

/** The names in the report on agents who have these. */
async function namesOf(...names: string[]) {
  const agents: IDataObject[] = names.map((agentName, index) => ({
    agentId: String(index),
    agentName,
    contacts: 1,
    talkSeconds: 60,
    waitSeconds: null,
    wrapUpSeconds: 0,
    pauseSeconds: 60,
  }));
  const subject = {
    nodeType: htmlNode,
    credentialType: new VicidialApi(),
    credentials: {},
    parameters: {},
  };
  const [item] = await execute(subject, [{ agents }]);
  const rows = String(item?.json.html).split('<tr><td style="padding').slice(1);
  return rows.map((row) => /^[^>]*>([^<]*)<\/td>/.exec(row)?.[1] ?? row);
}

/** Text of HTML as a mail program shows it. */
const read = (text: string) =>
  text.replace(/&(?:#(\d+)|amp);/g, (_, code = 38) => String.fromCharCode(Number(code)));

test.each([
  ['HTML', '<b>"Uma" &amp; Co</b>'],
  ['a pattern of String.replace', "$& $' $` $$ $1 $<x>"],
  ['an expression', '{{ $json.agents }}'],
])('a name that is %s stands in the daily report as it is', async (_, name) => {
  expect((await namesOf('Ann', name, 'Zoë')).map(read)).toEqual(['Ann', name, 'Zoë']);
});
