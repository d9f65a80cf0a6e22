import type { Vendor } from '../shared/node/vendor';
import { createClient, CREDENTIAL, type RocketChatClient } from './api/client';
import { createFloor, type RocketChatFloor } from './floor';
import { resources } from './resources';
import { departmentsOf } from './resources/parameters';

export const rocketChat: Vendor<RocketChatClient, RocketChatFloor> = {
  id: 'rocketChat',
  name: 'Rocket.Chat',
  credential: CREDENTIAL,
  connect: createClient,
  floor: (client, read) => createFloor(client, departmentsOf(read)),
  resources,
};
