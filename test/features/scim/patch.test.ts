import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../../src/features/scim/apply-patch.ts';
import { normalisedResource } from '../../../src/features/scim/normalise-resource.ts';
import { patchOperations } from '../../../src/features/scim/patch-operations.ts';
import type { Json, JsonObject } from '../../../src/features/scim/scim-json.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const { requests } = JSON.parse(readFileSync('test/fixtures/scim-entra-shapes.json', 'utf8')) as {
  requests: { method: string; body: JsonObject }[];
};
const ZOE = normalisedResource('User', requests[1]!.body);

function patched(resource: JsonObject, ...operations: unknown[]): JsonObject {
  return applyPatch('User', resource, patchOperations({ Operations: operations as Json[] }));
}

function group(members: readonly string[], ...operations: unknown[]): JsonObject {
  const resource = { displayName: 'Admins', members: members.map((value) => ({ value })) };
  return applyPatch('Group', resource, patchOperations({ Operations: operations as Json[] }));
}

describe('what a directory sends of a person', () => {
  it('is kept as it was sent', () => {
    expect(ZOE).toMatchObject({
      externalId: '0a21',
      displayName: 'Zoé D’Été',
      emails: [{ primary: true, type: 'work', value: 'zoe@contoso.example' }],
    });
  });

  it('has its names in one spelling and its truth values as such', () => {
    const kept = normalisedResource('User', {
      USERNAME: 'zoe',
      Active: 'True',
      emails: [{ Primary: 'false', value: 'a@b.example' }],
      [ENTERPRISE]: { Department: 'bob', Manager: { Value: 'SuzzyQ' } },
      honorific: null,
      favouriteColour: 'blue',
    });
    expect(kept).toEqual({
      schemas: [USER, ENTERPRISE],
      userName: 'zoe',
      active: true,
      emails: [{ primary: false, value: 'a@b.example' }],
      [ENTERPRISE]: { department: 'bob', manager: { value: 'SuzzyQ' } },
      favouriteColour: 'blue',
    });
  });

  it('holds no password, and nothing that the server says', () => {
    const kept = normalisedResource('User', {
      userName: 'z',
      password: 'secret',
      id: '1',
      meta: {},
      groups: [],
    });
    expect(Object.keys(kept)).toEqual(['schemas', 'userName']);
  });

  it.each([{ active: 'perhaps' }, { userName: {} }, { displayName: ['a', 'b'] }])(
    'is refused when a value is of another type: %j',
    (sent) => {
      expect(() => normalisedResource('User', sent as unknown as JsonObject)).toThrow('400 invalid-value');
    },
  );
});

describe('a change that Entra sends', () => {
  it('ends an account by a text, with the operation in any case', () => {
    expect(applyPatch('User', ZOE, patchOperations(requests[2]!.body)).active).toBe(false);
    expect(patched(ZOE, { op: 'rEPLACE', value: { active: 'fAlse' } }).active).toBe(false);
  });

  it('adds by filter, dotted name, name with schema, and bare id of the manager', () => {
    expect(applyPatch('User', ZOE, patchOperations(requests[3]!.body))).toMatchObject({
      schemas: [USER, ENTERPRISE],
      emails: [{ primary: true, type: 'work', value: 'zoe2@contoso.example' }],
      name: { givenName: 'Zoë', familyName: 'D’Été' },
      [ENTERPRISE]: { employeeNumber: '42', manager: { value: '1b32' } },
    });
  });

  it.each(['Add', 'Replace'])('%s makes the element that its filter describes', (op) => {
    const { emails: _none, ...without } = ZOE;
    expect(
      patched(without, { op, path: 'emails[type eq "work"].value', value: 'z@x.example' }).emails,
    ).toEqual([{ type: 'work', value: 'z@x.example' }]);
    const roles = patched(ZOE, {
      op,
      path: 'roles[primary eq "True" and type eq "x"].value',
      value: 'r',
    }).roles;
    expect(roles).toEqual([{ primary: true, type: 'x', value: 'r' }]);
  });

  it('cannot make an element that its filter does not describe', () => {
    const change = { op: 'add', path: 'emails[value co "nowhere"].type', value: 'work' };
    expect(() => patched(ZOE, change)).toThrow('400 no-target');
  });

  it('replaces and takes away a manager, in every form', () => {
    const path = `${ENTERPRISE}:manager`;
    const managed = patched(ZOE, { op: 'add', path, value: { value: '1', displayName: 'A' } });
    expect(patched(managed, { op: 'replace', path, value: [{ value: '2' }] })[ENTERPRISE]).toEqual({
      manager: { value: '2' },
    });
    expect(patched(managed, { op: 'Add', path: `${path}.value`, value: '3' })[ENTERPRISE]).toMatchObject({
      manager: { value: '3' },
    });
    for (const gone of [
      { op: 'Remove', path },
      { op: 'Replace', path, value: '' },
      { op: 'add', path, value: { value: '' } },
    ]) {
      expect(patched(managed, gone)).toEqual(ZOE);
    }
  });

  it('keeps one address the preferred one', () => {
    const home = { type: 'home', value: 'h@x.example', primary: true };
    expect(patched(ZOE, { op: 'add', path: 'emails', value: [home] }).emails).toEqual([
      { primary: false, type: 'work', value: 'zoe@contoso.example' },
      home,
    ]);
  });

  it('puts the parts of an extension beside those that are there', () => {
    const first = patched(ZOE, { op: 'add', path: `${ENTERPRISE}:department`, value: 'Data' });
    expect(patched(first, { op: 'add', value: { [ENTERPRISE]: { division: 'West' } } })[ENTERPRISE]).toEqual({
      department: 'Data',
      division: 'West',
    });
    expect(patched(first, { op: 'remove', path: ENTERPRISE })).toEqual(ZOE);
  });

  it.each([
    [{ op: 'move', path: 'title', value: 'x' }, 'invalid-syntax'],
    [{ op: 'replace', value: 'x' }, 'invalid-syntax'],
    [{ op: 'replace', path: 'title' }, 'invalid-value'],
    [{ op: 'remove' }, 'no-target'],
    [{ op: 'replace', path: 'a b', value: 'x' }, 'invalid-path'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'active', value: 'maybe' }, 'invalid-value'],
    ['remove', 'invalid-syntax'],
  ])('is refused by its name when it cannot be: %j', (operation, code) => {
    expect(() => patched(ZOE, operation)).toThrow(`400 ${code}`);
  });
});

describe('the members of a group', () => {
  it.each([
    { op: 'Remove', path: 'members', value: [{ value: 'B' }] },
    { op: 'remove', path: 'members[value eq "b"]' },
    { op: 'remove', path: 'members', value: 'b' },
  ])('leave it by a list and by a filter: %j', (operation) => {
    expect(group(['a', 'b', 'c'], operation).members).toEqual([{ value: 'a' }, { value: 'c' }]);
  });

  it('all leave it when none is named', () => {
    expect(group(['a', 'b'], { op: 'remove', path: 'members' }).members).toBeUndefined();
  });

  it('join it once, also by a bare id, and may be set anew', () => {
    const joins = { op: 'Add', path: 'members', value: [{ value: 'b' }, { value: 'c', displayName: 'New' }] };
    expect(group(['a', 'b'], joins).members).toEqual([
      { value: 'a' },
      { value: 'b' },
      { value: 'c', displayName: 'New' },
    ]);
    expect(group([], { op: 'add', path: 'members', value: 'string id 1' }).members).toEqual([
      { value: 'string id 1' },
    ]);
    expect(group(['a'], { op: 'replace', path: 'members', value: [{ value: 'z' }] }).members).toEqual([
      { value: 'z' },
    ]);
  });
});

const IDS = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,4}$/), { maxLength: 12 });

describe('any change', () => {
  it('of members adds what is missing, takes what is named, and asks for nothing twice', () => {
    fc.assert(
      fc.property(IDS, IDS, (there, named) => {
        const value = named.map((one) => ({ value: one }));
        const add = { op: 'add', path: 'members', value };
        const remove = { op: 'remove', path: 'members', value };
        const idsOf = (resource: JsonObject) =>
          ((resource.members ?? []) as { value: string }[]).map((member) => member.value);
        expect(new Set(idsOf(group(there, add)))).toEqual(new Set([...there, ...named]));
        expect(group(there, add, add)).toEqual(group(there, add));
        const left = named.length === 0 ? [] : there.filter((one) => !named.includes(one));
        expect(idsOf(group(there, remove))).toEqual(named.length === 0 ? there : left);
      }),
    );
  });

  it('leaves what it was made of as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('title', 'name.givenName', 'emails[type eq "work"].value', `${ENTERPRISE}:division`),
        fc.stringMatching(/^\w+$/),
        (path, value) => {
          const before = structuredClone(ZOE);
          const once = patched(ZOE, { op: 'replace', path, value });
          expect(ZOE).toEqual(before);
          expect(patched(once, { op: 'add', path, value })).toEqual(once);
        },
      ),
    );
  });
});
