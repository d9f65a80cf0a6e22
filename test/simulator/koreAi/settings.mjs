/**
 * What differs between installations of the simulated Kore.ai, or is not documented; the control
 * API changes it too.
 *
 * @typedef {object} Settings
 * @property {string} accountId   the account, the app and the organization there is
 * @property {string} streamId
 * @property {string} orgId
 * @property {number | null} requestsPerMinute   per account, on the world's clock; null: no limit
 * @property {'machine' | 'world'} jwtClock   which clock a token's exp is compared with
 * @property {401 | 403} scopeStatus   what a missing scope is answered with
 * @property {400 | 412} invalidStatus   what a wrong argument is answered with
 * @property {'offset' | 'utc'} zonelessIn   what agentstatusdetails' times without a zone are in:
 *   shifted by the offset that was sent, or always UTC
 * @property {'either' | 'date' | 'range'} dateFilter   which form agentstatusdetails takes
 * @property {'agents' | 'pages'} offsetCounts   in agentstatusdetails and userstatus
 * @property {boolean} mergeSegments   off: every change in the world begins a segment, also one that
 *   Kore.ai has the same status for
 * @property {number} gapSeconds   how much of the end of every closed segment is lost
 * @property {'sample' | 'table'} wfmCase   the keys of agentactivity and queues: as in the vendor's
 *   samples (AgentUpdates) or tables (agentUpdates)
 * @property {number} activityBatchSeconds   agentactivity tells of changes in lots of so many
 * @property {boolean} wfmUserIds   whether the WFM agent list has the user ids; the vendor's page
 *   shows it without them
 * @property {'all' | 'none'} emptyAvailability   whom agents/availability means without a filter
 * @property {boolean} channelCapacity   off: an older deployment
 * @property {Record<string, string>} statusLabels   the names an administrator gave the built-in
 *   statuses; they change what is shown, not what is meant
 */

/** @returns {Settings} */
export function defaultSettings() {
  return {
    accountId: '64c0ffee5eedfeed5ca1ab1e',
    streamId: 'st-5f1e7a3c-9b42-5d8e-a617-6c2e4b8d1f03',
    orgId: 'o-2b7d4e90-1c35-5a68-8f42-d3e9b0a71c56',
    requestsPerMinute: 60,
    jwtClock: 'machine',
    scopeStatus: 401,
    invalidStatus: 400,
    zonelessIn: 'offset',
    dateFilter: 'either',
    offsetCounts: 'agents',
    mergeSegments: true,
    gapSeconds: 0,
    wfmCase: 'sample',
    activityBatchSeconds: 0,
    wfmUserIds: true,
    emptyAvailability: 'all',
    channelCapacity: true,
    statusLabels: { AVAILABLE: 'Available', BUSY: 'Busy', AWAY: 'Away', OFFLINE: 'Offline' },
  };
}
