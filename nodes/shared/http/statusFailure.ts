import { ContactCenterFailure } from './failure';

/**
 * What the HTTP status of an answer that is not the vendor's says by itself: of a proxy, of the web
 * server, of another address.
 *
 * @returns undefined where it says nothing
 */
export function statusFailure(status: number): ContactCenterFailure | undefined {
  if (status === 408) {
    return new ContactCenterFailure(
      'timeout',
      'The server waited too long for the request (HTTP 408)',
      'Try again. If it keeps happening, look at the proxies and the network between n8n and the server.',
    );
  }
  if (status === 429) {
    return new ContactCenterFailure(
      'rateLimited',
      'The server takes no more requests for now',
      'A proxy before the contact center limits requests. Poll less often.',
    );
  }
  if (status >= 500) {
    return new ContactCenterFailure(
      'outage',
      `The server answered that it is broken (HTTP ${status})`,
      'Try again later, and look at the log of the web server.',
    );
  }
  if (status >= 300 && status < 400) {
    return new ContactCenterFailure(
      'notTheService',
      'The server sends the request on to another address',
      'Put the address that a browser ends up at into the credential, often https:// for http://.',
    );
  }
  return undefined;
}
