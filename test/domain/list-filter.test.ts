import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterFields, ListFilter } from '../../src/domain/list-filter/list-filter.ts';
import { type FieldValues, filterTest } from '../../src/domain/list-filter/matches-filter.ts';
import { parseFilter } from '../../src/domain/list-filter/parse-filter.ts';

interface Person {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly technical: boolean;
  readonly skills: number;
  readonly until: string | null;
  readonly seen: string | null;
}

const FIELDS: FilterFields = {
  name: 'text',
  email: 'text',
  roles: 'texts',
  technical: 'boolean',
  skills: 'number',
  until: 'day',
  seen: 'instant',
};

const VALUES: FieldValues<Person> = {
  name: (person) => person.name,
  email: (person) => person.email,
  roles: (person) => person.roles,
  technical: (person) => person.technical,
  skills: (person) => person.skills,
  until: (person) => person.until,
  seen: (person) => person.seen,
};

const PEOPLE: readonly Person[] = [
  {
    name: "Zoé O'Neill",
    email: 'zoe@contoso.example',
    roles: ['partner-admin', 'user-admin'],
    technical: true,
    skills: 12,
    until: null,
    seen: '2026-11-20T23:30:00.000Z',
  },
  {
    name: 'Adam',
    email: null,
    roles: [],
    technical: false,
    skills: 0,
    until: '2027-01-31',
    seen: null,
  },
  {
    name: 'Bea',
    email: 'bea@contoso.example',
    roles: ['user-admin'],
    technical: false,
    skills: 3,
    until: '2026-12-31',
    seen: '2026-11-21T10:00:00.000Z',
  },
];

function chosen(filter: string): string[] {
  const parsed = parseFilter(filter, FIELDS);
  if (parsed.kind === 'failed') throw new Error(JSON.stringify(parsed.failure));
  return PEOPLE.filter(filterTest(parsed.filter, VALUES)).map(({ name }) => name.split(' ')[0]!);
}

describe('a filter', () => {
  it.each([
    ["name eq 'Adam'", ['Adam']],
    ["name eq 'adam'", []],
    ["name ne 'Adam'", ['Zoé', 'Bea']],
    ["name eq 'Zoé O''Neill'", ['Zoé']],
    ["contains(name,'O''N')", ['Zoé']],
    ["contains( name , 'EA' )", ['Bea']],
    ["startswith(name,'a')", ['Adam']],
    ["endswith(email,'.EXAMPLE')", ['Zoé', 'Bea']],
    ["not startswith(name,'a') and technical eq true", ['Zoé']],
    ["not (name eq 'Adam' or endswith(name,'a'))", ['Zoé']],
    ["not contains(email,'bea')", ['Zoé', 'Adam']],
    ["contains(email,'contoso')", ['Zoé', 'Bea']],
    ["roles eq 'user-admin'", ['Zoé', 'Bea']],
    ["roles ne 'user-admin'", ['Adam']],
    ["startswith(roles,'partner')", ['Zoé']],
    ['technical eq true', ['Zoé']],
    ['technical ne true', ['Adam', 'Bea']],
    ['skills gt 3', ['Zoé']],
    ['skills le 3', ['Adam', 'Bea']],
    ['skills ge 2.5', ['Zoé', 'Bea']],
    ['email eq null', ['Adam']],
    ['email ne null', ['Zoé', 'Bea']],
    ['until lt 2027-01-31', ['Bea']],
    ["until le '2027-01-31'", ['Adam', 'Bea']],
    ['until ne 2027-01-31', ['Zoé', 'Bea']],
    ['until eq null or until gt 2027-01-01', ['Zoé', 'Adam']],
    ['seen le 2026-11-20', ['Zoé']],
    ['seen gt 2026-11-20', ['Bea']],
    ['seen eq 2026-11-21', ['Bea']],
    ['seen ge 2026-11-21T11:00:00+01:00', ['Bea']],
    ['seen lt 2026-11-21T10:00:00.5Z', ['Zoé', 'Bea']],
    ["technical eq true or name eq 'Adam' and skills eq 5", ['Zoé']],
    ["(technical eq true or name eq 'Adam') and skills eq 0", ['Adam']],
    ["((name eq 'Bea'))", ['Bea']],
  ])('%s', (filter, names) => {
    expect(chosen(filter)).toEqual(names);
  });

  it.each([
    ['', { kind: 'filter-syntax', position: 1, expected: 'condition' }],
    ['name', { kind: 'filter-syntax', position: 5, expected: 'operator' }],
    ['name = 1', { kind: 'filter-syntax', position: 6, expected: 'operator' }],
    ['name eq', { kind: 'filter-syntax', position: 8, expected: 'value' }],
    ["name eq 'Adam' technical eq true", { kind: 'filter-syntax', position: 16, expected: 'end' }],
    ["name eq 'Adam' and", { kind: 'filter-syntax', position: 19, expected: 'condition' }],
    ["(name eq 'Adam'", { kind: 'filter-syntax', position: 16, expected: ')' }],
    ["name eq 'Adam')", { kind: 'filter-syntax', position: 15, expected: 'end' }],
    ["contains name,'a'", { kind: 'filter-syntax', position: 10, expected: '(' }],
    ["contains(name 'a')", { kind: 'filter-syntax', position: 15, expected: ',' }],
    ['contains(name,a)', { kind: 'filter-syntax', position: 15, expected: 'text' }],
    ["name eq 'Adam", { kind: 'filter-unclosed-text', position: 9 }],
    ["nom eq 'Adam'", { kind: 'filter-unknown-field', position: 1, fields: Object.keys(FIELDS) }],
    ["toString eq 'Adam'", { kind: 'filter-unknown-field', position: 1, fields: Object.keys(FIELDS) }],
    ["name gt 'A'", { kind: 'filter-wrong-operator', position: 6, field: 'name', operators: ['eq', 'ne'] }],
    [
      'until gt null',
      { kind: 'filter-wrong-operator', position: 7, field: 'until', operators: ['eq', 'ne'] },
    ],
    ['name eq 5', { kind: 'filter-wrong-value', position: 9, field: 'name', fieldKind: 'text' }],
    [
      "technical eq 'yes'",
      { kind: 'filter-wrong-value', position: 14, field: 'technical', fieldKind: 'boolean' },
    ],
    ['until lt 2027-02-30', { kind: 'filter-wrong-value', position: 10, field: 'until', fieldKind: 'day' }],
    ["skills lt '5'", { kind: 'filter-wrong-value', position: 11, field: 'skills', fieldKind: 'number' }],
    [`${'('.repeat(21)}name eq 'a'`, { kind: 'filter-too-deep', position: 21, limit: 20 }],
  ])('%s fails and says where', (filter, failure) => {
    expect(parseFilter(filter, FIELDS)).toEqual({ kind: 'failed', failure });
  });

  it('never fails in another way, whatever is written', () => {
    const words = [
      'name',
      'eq',
      'and',
      'or',
      '(',
      ')',
      ',',
      "'",
      "''",
      'null',
      ' ',
      '5',
      '2027-01-01',
      'contains',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const parsed = parseFilter(parts.join(' '), FIELDS);
        expect(['filter', 'failed']).toContain(parsed.kind);
      }),
    );
  });

  it('is true or false of everybody as its parts are', () => {
    const leaf = fc.constantFrom("name eq 'Adam'", 'technical eq true', 'skills gt 1', 'until eq null');
    const test = (filter: string): ((person: Person) => boolean) => {
      const parsed = parseFilter(filter, FIELDS) as { filter: ListFilter };
      return filterTest(parsed.filter, VALUES);
    };
    fc.assert(
      fc.property(leaf, leaf, leaf, (a, b, c) => {
        for (const person of PEOPLE) {
          const [fa, fb, fcc] = [test(a)(person), test(b)(person), test(c)(person)];
          expect(test(`${a} or ${b} and ${c}`)(person)).toBe(fa || (fb && fcc));
          expect(test(`(${a} or ${b}) and ${c}`)(person)).toBe((fa || fb) && fcc);
        }
      }),
    );
  });
});
