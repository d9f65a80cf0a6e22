import get from 'lodash/get';
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { Floor } from '../../../nodes/shared/model/Floor';
import { vendorOf } from '../../support/testVendor';
import { pollFloor } from '../../../nodes/shared/trigger/poll';
import { forgetProcessMemory } from '../../../nodes/shared/trigger/store';
import type { Scheduler } from './history';

/** How long a poll may take, by scheduler (docs/n8n.md, Polling). */
export const BUDGET_MS: Record<Scheduler, number> = {
  classic: 300_000,
  durable: 36_000,
  cursors: 36_000,
};

/** What a poll gave n8n. */
export interface Given {
  items: IDataObject[] | null;
  reported: string[];
  threw: string | null;
}

/** Just so much of n8n as a poll sees of it: contexts, static data, restarts. */
export class N8n {
  private database = '{}';
  private live: IDataObject = {};
  private activating = true;
  private name = 'Trigger';

  constructor(
    private readonly scheduler: Scheduler,
    private readonly zone: string,
  ) {}

  /** A new process, in which nothing is left but what the database has. */
  restart(): void {
    forgetProcessMemory();
    this.activate();
  }

  /** Publishes the workflow, perhaps under another name of the node, whose static data are others. */
  activate(renamed = false): void {
    if (renamed) {
      this.name += "'";
      this.database = '{}';
    }
    this.live = JSON.parse(this.database) as IDataObject;
    this.activating = true;
  }

  /**
   * @param killed the process ends after the items are out, before anything is saved
   */
  async poll(
    parameters: Record<string, unknown>,
    source: Floor,
    killed: () => boolean,
  ): Promise<Given> {
    const staticData =
      this.scheduler === 'classic' ? this.live : (JSON.parse(this.database) as IDataObject);
    const before = staticData.memory;
    const activating = this.activating;
    this.activating = false;
    const reported: string[] = [];
    const context = this.context(parameters, staticData, reported);
    const given: Given = { items: null, reported, threw: null };
    try {
      const output = await pollFloor(
        context,
        vendorOf(() => source),
      );
      given.items = output === null ? null : output.flatMap(jsonOf);
    } catch (error) {
      given.threw = String(error);
    }
    const saves = given.items !== null || activating || this.scheduler === 'cursors';
    if (saves && !killed() && staticData.memory !== before) {
      this.database = JSON.stringify(staticData);
    }
    return given;
  }

  private context(
    parameters: Record<string, unknown>,
    staticData: IDataObject,
    reported: string[],
  ): IPollFunctions {
    const context = {
      getNodeParameter: (name: string, fallback: unknown) => get(parameters, name, fallback),
      getWorkflowStaticData: () => staticData,
      getWorkflow: () => ({ id: 'workflow', name: 'Workflow', active: true }),
      getNode: () => ({
        id: 'node',
        name: this.name,
        type: 'test',
        typeVersion: 1,
        position: [0, 0],
      }),
      getMode: () => 'trigger',
      getCredentials: async () => ({}),
      getActivationMode: () => 'activate',
      getTimezone: () => this.zone,
      getPollBudgetMs: () => BUDGET_MS[this.scheduler],
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      __emitError: (error: Error) => void reported.push(error.message),
    };
    return context as unknown as IPollFunctions;
  }
}

const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);
