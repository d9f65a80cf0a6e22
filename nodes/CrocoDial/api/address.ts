import { webAddress } from '../../shared/http/webAddress';
import type { Dialect } from './errors';

/**
 * The web root of a server from whatever a user enters: CROCO-dial's domain alone (`acme`), a
 * host, or an address that the browser or a manual shows, down to a script of goAPIv2. The test of
 * the credential has the same as an expression.
 *
 * @throws ContactCenterFailure `badInput` where it is none
 */
export function webRoot(entered: string, dialect: Dialect): string {
  const domain =
    dialect === 'crocoDial' ? entered.replace(/^[\w-]+$/, '$&.croco-dial.net') : entered;
  const url = domain.replace(/^(?=[\w.-]+(:\d+)?(\/|$))/, 'https://');
  return webAddress(url, 'https://acme.croco-dial.net').replace(/\/goAPIv2(\/.*)?$/i, '');
}
