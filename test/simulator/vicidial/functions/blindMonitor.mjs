import { liveRowsOf, RIGHTS } from '../ask.mjs';

/** @import { ApiFunction } from '../ask.mjs' */

/**
 * What a stage dials before the session, and the two letters its call begins with. A stage it does
 * not know goes into the dial string as it is.
 * @type {Record<string, [string, string]>}
 */
const STAGES = {
  '': ['0', 'BM'],
  MONITOR: ['0', 'BM'],
  BARGE: ['', 'BB'],
  HIJACK: ['', 'BB'],
  WHISPER: ['47378218', 'BW'],
};

/** The phones a monitoring call can be placed to, and their dial plan numbers. */
const PHONES = new Map([
  ['gs102', '102'],
  ['gs103', '103'],
]);

/**
 * `blind_monitor`: rings the manager's phone into an agent's session. The second call of one kind
 * by one user within a second crashes, although it is placed.
 * @type {ApiFunction}
 */
export const blindMonitor = {
  may: RIGHTS.api,
  denial: 'BLIND MONITOR',
  run(ask) {
    const { params, userSent, now, memory } = ask;
    const { session_id: session = '', server_ip: server = '', phone_login: phone = '' } = params;
    if (!liveRowsOf(ask).some((row) => row.session === session) || session === '') {
      return { error: `blind_monitor INVALID SESSION ID - ${session}|${server}|${userSent}` };
    }
    const extension = PHONES.get(phone);
    if (!extension) return { error: `blind_monitor INVALID PHONE LOGIN - ${phone}|${userSent}` };

    const stage = params.stage ?? '';
    const [prefix, kind] = STAGES[stage] ?? [stage, 'BM'];
    const call = `${kind}${Math.floor(now / 1000)}${userSent}`;
    if (memory.get('blind_monitor') === call) return 'crash';
    memory.set('blind_monitor', call);

    const address = server
      .split('.')
      .map((part) => part.padStart(3, '0'))
      .join('*');
    const launched = [phone, `${address}*${prefix}${session}`, extension, session, '1', userSent];
    return { text: `SUCCESS: blind_monitor HAS BEEN LAUNCHED - ${launched.join('|')}\n` };
  },
};
