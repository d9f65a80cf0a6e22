import { ContactCenterFailure } from '../../../nodes/shared/http/failure';
import type { AgentSnapshot } from '../../../nodes/shared/model/AgentSnapshot';
import type { Floor, FloorWanted } from '../../../nodes/shared/model/Floor';
import type { Fault, Poll } from './history';

/** What a vendor answered, or how it failed. */
export type Answer =
  | { rows: AgentSnapshot[]; callsWaiting: number | null; observedAt: number }
  | { fault: Fault };

/** What a poll asked for and was answered. */
export interface Asked {
  wanted: FloorWanted | null;
  answer: Answer | null;
  askedAfter: string[];
}

/** A vendor that answers as the history says, and writes down what it was asked. */
export class ScriptedVendor implements Floor {
  readonly hasRoster = true;
  readonly asked: Asked = { wanted: null, answer: null, askedAfter: [] };

  /**
   * @param answer what it answers with, when it comes to that
   */
  constructor(
    readonly id: string,
    private readonly poll: Pick<Poll, 'word'>,
    private readonly answer: (wanted: FloorWanted) => Promise<Answer>,
  ) {}

  agentKey(agentId: string): string {
    return agentId.toLowerCase();
  }

  async readFloor(wanted: FloorWanted) {
    this.asked.wanted = wanted;
    const answer = await this.answer(wanted);
    this.asked.answer = answer;
    if ('fault' in answer) throw failureOf(answer.fault);
    const { rows, callsWaiting, observedAt } = answer;
    return { agents: rows.map((row) => ({ ...row })), callsWaiting, observedAt };
  }

  async confirmOffline(agentId: string): Promise<boolean> {
    this.asked.askedAfter.push(agentId);
    if (this.poll.word === 'fails') throw failureOf('timeout');
    return this.poll.word === 'yes';
  }
}

export const faultMessage = (fault: Fault) => `scripted ${fault}`;

const failureOf = (fault: Fault) =>
  fault === 'thrown'
    ? new TypeError(faultMessage(fault))
    : new ContactCenterFailure(fault, faultMessage(fault), 'Nothing can be done.');
