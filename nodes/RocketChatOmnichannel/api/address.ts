import { webAddress } from '../../shared/http/webAddress';

/** The API, and pages of the web client: what a browser shows of a workspace ends in one of them. */
const PAGES =
  /\/(api(\/v1)?|home|directory|(channel|group|direct|live|omnichannel|admin|account|marketplace)(\/.*)?)$/;

/**
 * The root of a Rocket.Chat workspace from the address of any page in it, or of its API. The test of
 * the credential has the same as an expression.
 *
 * @throws ContactCenterFailure `badInput` where it is none
 */
export function webRoot(entered: string): string {
  return webAddress(entered, 'https://chat.example.com').replace(PAGES, '');
}
