import { ok, refuse } from '../replies.mjs';
import { may } from '../users.mjs';
import { accountOf, avatarUrl } from './users.mjs';

/** @import { Route } from '../ask.mjs' */
/** @import { Settings } from '../settings.mjs' */

/** @type {Record<Settings['version'], string>} */
const VERSIONS = { 6: '6.13.1', 7: '7.10.0', 9: '9.0.0' };

/**
 * `/api/info`: for everybody, but only who may see the statistics is told the whole version.
 * @type {Route}
 */
export const infoRoute = {
  name: 'info',
  method: 'GET',
  pattern: 'info',
  public: true,
  unlimited: true,
  run({ settings, caller }) {
    const version = VERSIONS[settings.version] ?? VERSIONS[7];
    if (!may(caller, 'view-statistics')) return ok({ version: version.replace(/\.\d+$/, '') });
    return ok({ version, info: { version, build: { platform: 'linux', arch: 'x64' } } });
  },
};

/**
 * `me`: whose token it is.
 * @type {Route}
 */
export const meRoute = {
  name: 'me',
  method: 'GET',
  pattern: 'me',
  run(ask) {
    const { caller, settings } = ask;
    const account = accountOf(ask, { userId: caller.userId });
    if (!account) return refuse(settings, 'login');
    const { _id, username, name, emails, status, active, roles } = account;
    return ok({
      _id,
      name,
      emails,
      status,
      statusConnection: status,
      username,
      utcOffset: 0,
      active,
      roles,
      settings: { profile: {}, preferences: {} },
      avatarUrl: avatarUrl(ask, username),
    });
  },
};
