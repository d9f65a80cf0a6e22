import { agentChoices } from '../../nodes/shared/node/lookup';

const names = (...agentNames: Array<string | null>) =>
  agentChoices(
    agentNames.map((agentName, index) => ({ agentId: `u${index}`, agentName })),
    '',
  ).results.map(({ name }) => name);

describe('the agents to choose from', () => {
  test('are told by their ID where they have no name, or a blank one', () => {
    expect(names(null, '', '  ')).toEqual(['u0', 'u1', 'u2']);
  });

  test('are sorted by name, whatever stands around it', () => {
    expect(names('Zoe', '  Lee ', 'Ann')).toEqual(['Ann (u2)', 'Lee (u1)', 'Zoe (u0)']);
  });
});
