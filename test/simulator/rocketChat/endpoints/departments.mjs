import { departments, people } from '../ask.mjs';
import { PAGED } from '../params.mjs';
import { pageReply } from '../paging.mjs';
import { linksOf } from './agents.mjs';

/** @import { Route } from '../ask.mjs' */
/** @import { Department } from '../departments.mjs' */

const MAY_SEE = ['view-livechat-departments', 'view-l-room'];

/** @type {Route} */
const listRoute = {
  name: 'department',
  method: 'GET',
  pattern: 'livechat/department',
  anyOf: MAY_SEE,
  query: {
    properties: {
      text: 'string',
      enabled: 'string',
      onlyMyDepartments: 'string',
      excludeDepartmentId: 'string',
      showArchived: 'string',
      ...PAGED,
      fields: 'string',
    },
  },
  run(ask) {
    const { text = '', enabled, onlyMyDepartments, excludeDepartmentId, showArchived } = ask.query;
    const everybody = people(ask);
    const own = everybody.find(({ _id }) => _id === ask.caller.userId)?.departments ?? [];
    const rows = [...departments(ask).values()].filter(
      (one) =>
        one.name.toLowerCase().includes(text.toLowerCase()) &&
        (enabled !== 'true' || one.enabled) &&
        (onlyMyDepartments !== 'true' || own.includes(one._id)) &&
        one._id !== excludeDepartmentId &&
        (showArchived === 'true' || !one.archived),
    );
    const size = (/** @type {string} */ id) =>
      everybody.filter(({ departments: ids }) => ids.includes(id)).length;
    const shown = rows.map((one) => shownAs(one, size(one._id)));
    return pageReply(ask, 'departments', shown, { name: 1 });
  },
};

/** @type {Route} */
const agentsRoute = {
  name: 'department/:_id/agents',
  method: 'GET',
  pattern: 'livechat/department/:_id/agents',
  anyOf: MAY_SEE,
  run(ask) {
    const all = departments(ask);
    const rows = people(ask)
      .flatMap((person) => linksOf(ask, person, all))
      .filter(({ departmentId }) => departmentId === ask.path._id);
    return pageReply(ask, 'agents', rows, { username: 1 });
  },
};

/** Departments, and who is in them. */
export const DEPARTMENT_ROUTES = [listRoute, agentsRoute];

/** When every department was last changed. */
const CHANGED = '2026-01-05T09:00:00.000Z';

/**
 * @param {Department} department
 * @param {number} numAgents
 */
const shownAs = ({ _id, name, enabled, archived }, numAgents) => ({
  _id,
  _updatedAt: CHANGED,
  name,
  description: '',
  enabled,
  showOnRegistration: true,
  showOnOfflineForm: true,
  requestTagBeforeClosingChat: false,
  chatClosingTags: [],
  email: 'omnichannel@example.com',
  offlineMessageChannelName: '',
  numAgents,
  type: 'd',
  ...(archived && { archived }),
});
