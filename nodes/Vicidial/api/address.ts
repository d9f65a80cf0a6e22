import { webAddress } from '../../shared/http/webAddress';

/**
 * The web root of a VICIdial server from whatever a user copies from the browser: the root
 * itself, the folder /vicidial, or a page in it.
 */
export function webRoot(entered: string): string {
  return webAddress(entered, 'https://dialer.example.com').replace(
    /([^/])(\/(?:vicidial|agc))?(\/[^/]+\.php)?$/i,
    '$1',
  );
}
