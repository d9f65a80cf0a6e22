import type { INodeParameters } from 'n8n-workflow';
import { vicidial } from '../simulator/vicidial/system.mjs';
import type { Subject } from './contexts';
import { nodeAt } from './subjects';

/** What a node was asked to do, and with which credential. */
export interface Asked {
  parameters: INodeParameters;
  credentials?: Record<string, unknown>;
  continueOnFail?: boolean;
  mode?: Subject['mode'];
}

/** The VICIdial node that is to do it. */
export function subjectOf(url: string, asked: Asked): Subject {
  return {
    ...nodeAt(vicidial, url, asked.parameters, asked.credentials),
    node: asked.continueOnFail === true ? { onError: 'continueRegularOutput' } : {},
    mode: asked.mode,
  };
}
