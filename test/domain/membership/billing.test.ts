import { describe, expect, it } from 'vitest';
import { isIban } from '../../../src/domain/membership/billing.ts';

describe('the number of a bank account', () => {
  it.each(['GB82 WEST 1234 5698 7654 32', 'FR1420041010050500013M02606', 'DE89370400440532013000'])(
    '%s is taken',
    (iban) => expect(isIban(iban)).toBe(true),
  );
  it.each([
    'GB82 WEST 1234 5698 7654 23',
    'FR1420041010050500013M02607',
    'gb82west12345698765432',
    'GB82',
    '',
  ])('%j is not', (iban) => expect(isIban(iban)).toBe(false));
});
