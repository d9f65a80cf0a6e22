export const SEVERITIES = ['warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A limit of a rule, and how grave it is to be over it. A rule has at most one per severity. */
export interface Step {
  /** In the rule's unit: milliseconds, agents, percent or calls. */
  limit: number;
  severity: Severity;
}

export function isGraver(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(than);
}

/** The gravest of some steps; undefined of none. */
export function gravest<S extends Step>(steps: readonly S[]): S | undefined {
  return [...steps].sort(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
  )[0];
}
