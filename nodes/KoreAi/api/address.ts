import { webAddress } from '../../shared/http/webAddress';

/**
 * The root of a Kore.ai environment from its host, with or without a scheme, or from the address
 * of any page in it.
 */
export function webRoot(entered: string): string {
  const address = /^[a-z]+:\/\//i.test(entered) ? entered : `https://${entered}`;
  return new URL(webAddress(address, 'https://platform.kore.ai')).origin;
}
