import type { Vendor } from '../shared/node/vendor';
import { createClient, CREDENTIAL, type CrocoDialClient } from './api/client';
import { nobodyNamed } from './crocoDialFloor';
import { createFloor, type CrocoDialFloor } from './floor';
import { resources } from './resources';
import { groupsOf, scopeOf } from './resources/parameters';

export const crocoDial: Vendor<CrocoDialClient, CrocoDialFloor> = {
  id: 'crocoDial',
  name: 'CROCO-dial',
  credential: CREDENTIAL,
  connect: createClient,
  floor: (client, read) => createFloor(client, scopeOf(read)),
  checkTrigger: ({ dialect }, read) => {
    if (dialect === 'crocoDial' && scopeOf(read).users.length === 0) throw nobodyNamed();
    groupsOf(read, dialect);
  },
  resources,
};
