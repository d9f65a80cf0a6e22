import type { Vendor } from '../shared/node/vendor';
import { createClient, CREDENTIAL, type KoreAiClient } from './api/client';
import { createFloor, type KoreAiFloor } from './floor';
import { resources } from './resources';
import { queuesOf } from './resources/parameters';

export const koreAi: Vendor<KoreAiClient, KoreAiFloor> = {
  id: 'koreAi',
  name: 'Kore.ai',
  credential: CREDENTIAL,
  connect: createClient,
  floor: (client, read) => createFloor(client, queuesOf(read)),
  resources,
};
