import { describe, expect, it } from 'vitest';
import { countryNames } from '../../web/pages/set-up/country-names.ts';
import {
  checkSetUp,
  EMPTY_SET_UP,
  partnerIdFrom,
  refusedFields,
  type SetUpField,
  setUpRequest,
} from '../../web/pages/set-up/set-up-form.ts';

const FILLED = {
  ...EMPTY_SET_UP,
  'operator.firstName': 'Olga',
  'operator.lastName': 'Petit',
  'operator.email': ' olga@reseau.example ',
  'operator.password': 'a long enough sentence',
  'operator.again': 'a long enough sentence',
  'company.name': 'Contoso Conseil',
  'company.partnerId': 'contoso',
  'company.country': 'FR',
  'company.market': 'developing',
  'admin.firstName': 'Claire',
  'admin.lastName': 'Martin',
  'admin.email': 'claire@contoso.example',
};

describe('the set-up page', () => {
  it('asks for everything but the MPN id', () => {
    const missing = Object.keys(checkSetUp(EMPTY_SET_UP));
    expect(missing).toHaveLength(Object.keys(EMPTY_SET_UP).length - 1);
    expect(missing).not.toContain('company.mpnId');
    expect(checkSetUp(FILLED)).toEqual({});
  });

  it.each<[SetUpField, string, string]>([
    ['operator.password', 'short', 'welcome.tooShort'],
    ['operator.again', 'another sentence', 'welcome.different'],
    ['operator.email', 'olga', 'setUp.check.email'],
    ['admin.email', 'OLGA@reseau.example', 'setUp.check.sameEmail'],
    ['company.partnerId', 'Contoso SA', 'setUp.check.partnerId'],
    ['company.partnerId', 'network', 'setUp.check.partnerId'],
  ])('refuses %s "%s" and says why', (field, value, message) => {
    expect(checkSetUp({ ...FILLED, [field]: value })[field]).toBe(message);
  });

  it('sends what was typed without the spaces around it, and no MPN id when there is none', () => {
    expect(setUpRequest('t', 'fr', FILLED)).toMatchObject({
      operator: { email: 'olga@reseau.example' },
      company: { market: 'developing', mpnId: null },
    });
  });

  it('shows what the server refuses at the field it names', () => {
    const errors = [{ code: 'email-taken', field: 'admin.email' }, { code: 'invalid-value' }];
    expect(refusedFields(errors)).toEqual({ 'admin.email': 'setUp.check.emailTaken' });
  });

  it.each([
    ['Contoso Conseil & Fils', 'contoso-conseil-fils'],
    ['  Électricité d’Été ', 'electricite-d-ete'],
    ['株式会社', ''],
  ])('proposes an id for "%s"', (name, id) => {
    expect(partnerIdFrom(name)).toBe(id);
  });

  it('lists the countries in the order of the language', () => {
    const french = countryNames('fr').map(({ name }) => name);
    expect(french).toHaveLength(249);
    expect(new Set(french).size).toBe(249);
    expect(french.indexOf('Égypte')).toBeLessThan(french.indexOf('France'));
    expect(countryNames('en').find(({ code }) => code === 'DE')?.name).toBe('Germany');
  });
});
