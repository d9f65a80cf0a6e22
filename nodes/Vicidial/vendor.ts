import type { Vendor } from '../shared/node/vendor';
import { createClient, CREDENTIAL, type VicidialClient } from './api/client';
import { createFloor, type VicidialFloor } from './floor';
import { resources } from './resources';

export const vicidial: Vendor<VicidialClient, VicidialFloor> = {
  id: 'vicidial',
  name: 'VICIdial',
  credential: CREDENTIAL,
  connect: createClient,
  floor: createFloor,
  resources,
};
