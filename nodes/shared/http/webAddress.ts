import { ContactCenterFailure } from './failure';

/**
 * A web address that a user has entered, without query and slashes at its end.
 *
 * @param example what one looks like
 * @throws ContactCenterFailure `badInput` where it is none
 */
export function webAddress(entered: string, example: string): string {
  if (/^https?:\/\/[^/\s]+/i.test(entered) && URL.canParse(entered)) {
    return entered.replace(/[?#].*$/, '').replace(/\/+$/, '');
  }
  throw new ContactCenterFailure(
    'badInput',
    'The URL in the credential is not a web address',
    `Enter it as the browser shows it, for example ${example}.`,
  );
}
