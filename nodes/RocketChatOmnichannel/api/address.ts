import { webAddress } from '../../shared/http/webAddress';

/**
 * The root of a Rocket.Chat workspace from the address of it or of its API.
 *
 * @throws ContactCenterFailure `badInput` where it is none
 */
export function webRoot(entered: string): string {
  return webAddress(entered, 'https://chat.example.com').replace(/\/api(\/v1)?$/, '');
}
