import { describe, expect, it } from 'vitest';
import { narrowedBy } from '../../../src/features/scim/narrow-search.ts';
import { parseFilter } from '../../../src/features/scim/scim-filter.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('what the database is asked before a filter is', () => {
  it.each([
    ['displayName eq "Anna"', [{ path: ['displayName'], like: 'anna' }]],
    ['DISPLAYNAME sw "An"', [{ path: ['displayName'], like: 'an%' }]],
    ['name.familyName co "100%_\\\\"', [{ path: ['name', 'familyName'], like: '%100\\%\\_\\\\%' }]],
    [`${ENTERPRISE}:employeeNumber ew "42"`, [{ path: [ENTERPRISE, 'employeeNumber'], like: '%42' }]],
    [
      `${ENTERPRISE}:manager.value eq "1b32" and title eq "Boss"`,
      [
        { path: [ENTERPRISE, 'manager', 'value'], like: '1b32' },
        { path: ['title'], like: 'boss' },
      ],
    ],
    ['displayName eq "ÉLODIE"', [{ path: ['displayName'], like: '%lodie' }]],
  ])('%s', (filter, patterns) => {
    expect(narrowedBy(parseFilter(filter))).toEqual(patterns);
  });

  it.each([
    'displayName ne "Anna"',
    'displayName eq "Anna" or title eq "Boss"',
    'not (displayName eq "Anna")',
    'displayName pr',
    'active eq true',
    'phoneNumbers.value eq "1"',
    'emails[type eq "work"].value sw "a"',
    'shoeSize eq "42"',
    'urn:example:other:2.0:User:thing eq "x"',
    'meta.created gt "2026-01-01T00:00:00Z"',
    'displayName eq ""',
    'name eq "Anna"',
  ])('%s asks it nothing, for others might pass', (filter) => {
    expect(narrowedBy(parseFilter(filter))).toEqual([]);
  });
});
