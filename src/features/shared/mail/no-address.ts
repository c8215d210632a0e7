/** Where people are put who have no address of their own: a domain to which no mail can go (RFC 2606). */
export const NO_ADDRESS_DOMAIN = 'no-address.invalid';

/** Whether a mail to this address could arrive. */
export function hasAddress(email: string): boolean {
  return !email.toLowerCase().endsWith(`@${NO_ADDRESS_DOMAIN}`);
}
