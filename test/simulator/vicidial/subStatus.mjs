/** @import { LiveRow } from './liveAgents.mjs' */

/**
 * How many INCALL agents there are for each lead.
 *
 * @param {LiveRow[]} rows
 * @returns {Map<string, number>}
 */
export function leadsInCall(rows) {
  /** @type {Map<string, number>} */
  const leads = new Map();
  for (const { status, lead } of rows) {
    if (status === 'INCALL' && lead !== '0') leads.set(lead, (leads.get(lead) ?? 0) + 1);
  }
  return leads;
}

/**
 * The sub-status as VICIdial computes it.
 *
 * @param {LiveRow} row
 * @param {Map<string, number>} leads
 * @returns {string}
 */
export function subStatusOf(row, leads) {
  if (row.subStatus !== undefined) return row.subStatus;
  if (row.ringing) return 'RING';
  if (row.status === 'PAUSED') {
    if (row.lead !== '0') return 'DISPO';
    return row.previewLead !== '0' ? 'PREVIEW' : '';
  }
  if (row.status !== 'INCALL') return '';
  if (row.parked) return 'PARK';
  if (isDead(row)) return 'DEAD';
  if (row.lead !== '0' && (row.shared || (leads.get(row.lead) ?? 0) > 1)) return '3-WAY';
  return row.dialing && row.comments === 'MANUAL' ? 'DIAL' : '';
}

/**
 * @param {LiveRow} row
 * @returns {boolean}
 */
export const isDead = ({ comments, callerId, liveCall }) =>
  comments !== 'EMAIL' && (!liveCall || callerId === '');

/**
 * @param {LiveRow} row
 * @returns {string} the lead as it is shown together with a sub-status
 */
export const leadShown = ({ lead, previewLead }) => (previewLead === '0' ? lead : previewLead);
