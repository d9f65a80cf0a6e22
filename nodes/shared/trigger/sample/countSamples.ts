import { figureOf, holds } from '../figures';
import { figureText } from '../items/countItem';
import type { Sample, SampleFloor } from './sampleFloor';

/** Per count limit, its figure now. */
export function countSamples({ agents, observation, setup, active, at }: SampleFloor): Sample[] {
  const countable = {
    agents: agents.map(([, agent]) => agent),
    callsWaiting: observation.callsWaiting,
    minLoggedIn: setup.watch.minLoggedIn,
  };
  return setup.rules.counts.flatMap((rule) =>
    rule.steps.map((step): Sample => {
      const found = figureOf(rule, countable);
      const figure = typeof found === 'string' ? undefined : found;
      const isOver = figure !== undefined && holds(rule, step, figure) === true;
      const start = at - step.forMs;
      const now = figure === undefined ? 'Not counted' : figureText(rule, figure.value);
      return {
        event: {
          type: 'countLimit',
          event: 'fired',
          reason: null,
          at,
          rule,
          value: isOver ? figure.value : step.limit,
          unseenSeconds: 0,
          alert: {
            start,
            startSource: 'observed',
            uncertainty: 0,
            idStart: Math.floor(start / 1000),
            limit: step.limit,
            clearAt: step.clearAt,
            severity: step.severity,
            silent: false,
            toldAt: at,
          },
        },
        wouldFire: active && isOver,
        matchingNow: figure?.value ?? 0,
        remark: isOver ? '' : `${now} now; this shows what an alert looks like: `,
      };
    }),
  );
}
