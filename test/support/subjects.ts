import get from 'lodash/get';
import type { INodeParameters } from 'n8n-workflow';
import type { Floor } from '../../nodes/shared/model/Floor';
import { parameterReader } from '../../nodes/shared/node/parameters/read';
import type { Simulator } from '../simulator/index.mjs';
import type { System } from '../simulator/systems.mjs';
import { credentialType, nodeType, vendorOf } from './classes';
import { lookup, type Subject } from './contexts';

/** The simulator, or the URL of any server where the system's login does not depend on it. */
type At = Simulator | string;
type Fields = Record<string, unknown>;

/** A system's credential as the editor would save it, with the simulator's good login or another. */
export function credentialsAt(system: System, at: At, fields: Fields = {}): Subject['credentials'] {
  const { properties } = credentialType(system.credentialType);
  return {
    ...Object.fromEntries(properties.map((field) => [field.name, field.default])),
    ...system.serverZone,
    ...system.login(typeof at === 'string' ? ({ url: at } as Simulator) : at),
    ...fields,
  } as Subject['credentials'];
}

/** A system's node with parameters as the editor would save them. */
export function nodeAt(
  system: System,
  at: At,
  parameters: INodeParameters,
  credentials?: Fields,
): Subject {
  return {
    nodeType: nodeType(system.node),
    credentialType: credentialType(system.credentialType),
    credentials: credentialsAt(system, at, credentials),
    parameters: { resource: 'agent', ...parameters },
  };
}

/** A system's trigger with one limit: paused for ten minutes. */
export function triggerAt(
  system: System,
  at: At,
  parameters: INodeParameters = {},
  credentials?: Fields,
): Subject {
  return {
    nodeType: nodeType(`${system.node}Trigger`),
    credentialType: credentialType(system.credentialType),
    credentials: credentialsAt(system, at, credentials),
    parameters: {
      events: ['stateTooLong'],
      timeLimits: { rows: [{ states: ['paused'], reasons: '', minutes: 10, severity: 'warning' }] },
      sendResolved: true,
      filters: {},
      options: {},
      ...parameters,
    },
  };
}

/** A system's client, as its trigger asks. */
export const clientAt = (...of: Parameters<typeof nodeAt>) => {
  const subject = nodeAt(...of);
  const options = { timeoutMs: () => 10_000, byHand: false };
  return vendorOf(of[0].node).connect(lookup(subject), subject.credentials, options);
};

/** A system's floor, as its trigger with these parameters reads it. */
export const floorAt = (...of: Parameters<typeof nodeAt>): Floor => {
  const [system, , parameters] = of;
  const read = parameterReader((name) => get(parameters, name));
  return vendorOf(system.node).floor(clientAt(...of), read);
};
