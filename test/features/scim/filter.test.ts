import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../../src/features/scim/match-filter.ts';
import { parseFilter, parsePath, type ScimFilter } from '../../../src/features/scim/scim-filter.ts';
import type { JsonObject } from '../../../src/features/scim/scim-json.ts';
import type { ScimPath } from '../../../src/features/scim/scim-path.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const ZOE: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
  id: 'AbC',
  externalId: 'X-1',
  userName: 'Zoe@contoso.example',
  active: false,
  title: '',
  name: { givenName: 'Zoé', familyName: 'D’Été' },
  emails: [
    { type: 'work', value: 'zoe@contoso.example', primary: true },
    { type: 'home', value: 'zoe@home.example' },
  ],
  [ENTERPRISE]: { department: 'Data', manager: { value: '1b32' } },
  meta: { created: '2026-11-21T10:00:00.000Z' },
};

const passes = (filter: string) => matches(ZOE, parseFilter(filter));

describe('a filter of a directory', () => {
  it.each([
    'userName eq "zoe@CONTOSO.example"',
    'USERNAME Eq "zoe@contoso.example"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "zoe"',
    'externalId eq "X-1"',
    'id eq "AbC"',
    'active eq false',
    'active eq "False"',
    'emails.value eq "zoe@home.example"',
    'emails eq "zoe@home.example"',
    'emails[type eq "work"].value eq "zoe@contoso.example"',
    'emails[type eq "work" and value co "@contoso"]',
    'emails[primary eq "True"].type eq work',
    'name.familyName co "été"',
    `${ENTERPRISE}:department eq "data"`,
    `${ENTERPRISE}:manager eq "1b32"`,
    `${ENTERPRISE.toUpperCase().replace('USER', 'User')}:manager.value pr`,
    'userName pr and not (title pr)',
    'title eq "a" or name.givenName eq "zoé" and active eq false',
    '(title eq "a" or name.givenName eq "zoé") and active eq false',
    'meta.created gt 2015-10-10T14:38:21.8617979-07:00',
    'meta.created le "2026-11-21T11:00:00+01:00"',
    'name.familyName eq D’Été and (emails.Value co contoso.example or emails.Value co nowhere)',
    'userName ne "other"',
    'nickName eq null',
    'userName ew "example"',
  ])('finds the person: %s', (filter) => {
    expect(passes(filter)).toBe(true);
  });

  it.each([
    'userName eq "8f3c2a61-does-not-exist"',
    'externalId eq "x-1"',
    'id eq "abc"',
    'emails[type eq "home"].value eq "zoe@contoso.example"',
    'emails[type eq "home" and primary eq true]',
    'active eq true',
    'title pr',
    'not (userName pr)',
    'title eq "a" or name.givenName eq "zoé" and active eq true',
    'userName ne "zoe@contoso.example"',
    'emails ne "zoe@home.example"',
    'meta.created lt 2015-10-10T14:38:21Z',
    'nobody.knows eq "x"',
  ])('does not find the person: %s', (filter) => {
    expect(passes(filter)).toBe(false);
  });

  it.each([
    '',
    'userName',
    'userName eq',
    'userName is "x"',
    'userName eq "x" and',
    'userName eq "x" userName eq "y"',
    '(userName eq "x"',
    'emails[type eq "work"',
    'emails[type eq "work"]]',
    'not userName pr',
    'userName eq "\\x"',
    'userName eq "open',
    '"userName" eq "x"',
    'a.b.c eq "x"',
    `${'('.repeat(30)}userName pr${')'.repeat(30)}`,
    `userName eq "${'x'.repeat(5_000)}"`,
  ])('is refused by name when it is none: %s', (filter) => {
    expect(() => parseFilter(filter)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ status: 400, code: 'invalid-filter' }) }),
    );
  });

  it('names a place with its schema, element and part', () => {
    expect(parsePath('emails[type eq "work"].value')).toMatchObject({ attribute: 'emails', sub: 'value' });
    expect(parsePath(`${ENTERPRISE}:manager.value`)).toMatchObject({
      extension: ENTERPRISE,
      attribute: 'manager',
      sub: 'value',
    });
    expect(parsePath(ENTERPRISE)).toMatchObject({ extension: ENTERPRISE, attribute: null });
    expect(() => parsePath('emails[type eq "work"')).toThrow('400 invalid-path');
    expect(() => parsePath('__proto__')).toThrow('400 invalid-path');
  });
});

const NAMES = fc.constantFrom(
  'userName',
  'name.givenName',
  'emails.value',
  'active',
  `${ENTERPRISE}:department`,
);
const COMPARISONS = fc
  .record({
    name: NAMES,
    operator: fc.constantFrom('eq' as const, 'ne' as const, 'co' as const, 'sw' as const, 'gt' as const),
    value: fc.oneof(fc.string(), fc.boolean(), fc.integer()),
  })
  .map(
    ({ name, operator, value }): ScimFilter => ({ kind: 'compare', path: parsePath(name), operator, value }),
  );
const { filters } = fc.letrec<{ filters: ScimFilter }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 4 },
    COMPARISONS,
    NAMES.map((name): ScimFilter => ({ kind: 'present', path: parsePath(name) })),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('filters'),
      right: tie('filters'),
    }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('filters') }),
  ),
}));

function nameOf({ extension, attribute, sub }: ScimPath): string {
  const name = sub === null ? attribute : `${attribute}.${sub}`;
  return extension === null ? `${name}` : `${extension}:${name}`;
}

function written(filter: ScimFilter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${written(filter.left)}) ${filter.kind} (${written(filter.right)})`;
    case 'not':
      return `not (${written(filter.filter)})`;
    case 'present':
      return `${nameOf(filter.path)} pr`;
    case 'compare':
      return `${nameOf(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`;
  }
}

describe('any filter', () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(written(filter))).toEqual(filter);
      }),
    );
  });

  it('is true or its negation is', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(matches(ZOE, { kind: 'not', filter })).toBe(!matches(ZOE, filter));
      }),
    );
  });

  it('that is no filter is refused, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          matches(ZOE, parseFilter(text));
        } catch (error) {
          expect(error).toMatchObject({ problem: { status: 400, code: 'invalid-filter' } });
        }
      }),
    );
  });
});
