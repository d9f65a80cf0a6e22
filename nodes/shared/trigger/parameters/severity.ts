import type { INodeProperties } from 'n8n-workflow';

/** How grave it is to be over a limit. */
export const severity: INodeProperties = {
  displayName: 'Severity',
  name: 'severity',
  type: 'options',
  options: [
    { name: 'Critical', value: 'critical' },
    { name: 'Warning', value: 'warning' },
  ],
  default: 'warning',
  description:
    'Passed on with the alert. With two limits, one of each, the alert escalates from warning to critical.',
};
