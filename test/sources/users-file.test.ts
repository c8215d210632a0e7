import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseUsersFile } from '../../src/sources/users-file.ts';
import { answersOf, candidatesOf, rowsOf, tableOf } from './given-files.ts';

async function users(content: Uint8Array | string) {
  return rowsOf(parseUsersFile(await tableOf(content)));
}

describe('a users file', () => {
  it('from the old system answers every row, with accents and French role names', async () => {
    const rows = await users(readFileSync('test/fixtures/users-pmc-windows1252.csv'));
    expect(answersOf(rows)).toEqual([
      '2 taken',
      '3 taken',
      '4 taken',
      '5 bad-email workEmail',
      '6 conflicts-with-earlier-row -',
    ]);
    expect(candidatesOf(rows)).toMatchObject([
      { firstName: 'Claire', roles: null, locale: 'fr', technical: null },
      { lastName: 'Modèle', roles: ['partner-admin'] },
      { firstName: 'Zoé', lastName: 'D’Été', roles: ['account-admin', 'executive-report-viewer'] },
    ]);
  });

  it('is understood with English headers, whatever their case, accents, apostrophes and blanks', async () => {
    const rows = await users(
      'FIRST NAME,last-name,Work\u00A0E‑mail,ROLES,language,technical user\nZoé,Été,Z@X.example,,,\n',
    );
    expect(candidatesOf(rows)).toMatchObject([{ firstName: 'Zoé', workEmail: 'z@x.example' }]);
  });

  it('tells the team of each person, one line without blanks around it', async () => {
    const rows = await users(
      'Prénom;Nom;E-mail;Équipe\nA;B;a@b.example; Données  et IA \nC;D;c@b.example;\n',
    );
    expect(candidatesOf(rows)).toMatchObject([{ team: 'Données et IA' }, { team: null }]);
  });

  it('names the missing column, what was found and what would be accepted', async () => {
    const read = parseUsersFile(await tableOf('Prénom;Nom;Téléphone\nA;B;1\n'));
    expect(read).toMatchObject({
      kind: 'failed',
      failure: {
        kind: 'missing-columns',
        missing: [{ fields: ['workEmail'], acceptedNames: expect.arrayContaining(['E-mail professionnel']) }],
        found: ['Prénom', 'Nom', 'Téléphone'],
      },
    });
  });

  it('reports unknown columns and reads the rest', async () => {
    const read = parseUsersFile(await tableOf('Prénom;Nom;E-mail;Téléphone\nA;B;a@b.example;1\n'));
    expect(read).toMatchObject({ kind: 'rows', unknownColumns: ['Téléphone'] });
  });

  it('follows a mapping before the names of its columns', async () => {
    const table = await tableOf('Given;Nom;Login;E-mail\nA;B;a@b.example;other@b.example\n');
    const read = parseUsersFile(table, { columns: { firstName: 'Given', workEmail: 'login' }, dates: null });
    expect(candidatesOf(rowsOf(read))).toMatchObject([{ firstName: 'A', workEmail: 'a@b.example' }]);
    expect(parseUsersFile(table, { columns: { telephone: 'Login' }, dates: null })).toMatchObject({
      failure: { kind: 'unknown-mapping-field', field: 'telephone' },
    });
    expect(parseUsersFile(table, { columns: { firstName: 'Nope' }, dates: null })).toMatchObject({
      failure: { kind: 'mapped-header-not-found', field: 'firstName', header: 'Nope' },
    });
  });

  it.each([
    ['Administrateur du partenaire MPN', 'partner-admin'],
    ['MPN partner admin', 'partner-admin'],
    ['administrateur general', 'global-admin'],
    ['Administrateur des comptes', 'account-admin'],
    ['Administrateur de la gestion des utilisateurs', 'user-admin'],
    ['visionneuse de rapports de la direction', 'executive-report-viewer'],
    ['Lecteur de rapports exécutifs', 'executive-report-viewer'],
    ['visionneuse de rapports', 'report-viewer'],
    ['report-viewer', 'report-viewer'],
  ])('knows the role « %s »', async (name, role) => {
    const rows = await users(`Prénom;Nom;E-mail;Rôles\nA;B;a@b.example;${name}\n`);
    expect(candidatesOf(rows)).toMatchObject([{ roles: [role] }]);
  });

  it('rejects what it does not understand, naming field and value, and takes the other rows', async () => {
    const rows = await users(
      [
        'Prénom;Nom;E-mail;Rôles;Langue;Utilisateur technique',
        'A;B;a@b.example;Chef;;',
        'A;B;c@b.example;programme-operator;;',
        'A;B;d@b.example;;de;',
        'A;B;e@b.example;;;peut-être',
        ';B;f@b.example;;;',
        'A;B;;;;',
        'A;B;g@b.example',
        'A;B;h@b.example;report-viewer;en-GB;oui',
      ].join('\n'),
    );
    expect(answersOf(rows)).toEqual([
      '2 unknown-role roles',
      '3 role-not-allowed roles',
      '4 unknown-locale locale',
      '5 bad-flag technical',
      '6 missing-value firstName',
      '7 missing-value workEmail',
      '8 ragged-row -',
      '9 taken',
    ]);
    expect(rows[0]).toMatchObject({ rejection: { value: 'Chef' } });
    expect(candidatesOf(rows)).toMatchObject([{ locale: 'en', technical: true }]);
  });

  it('keeps a formula in a name as text and says so', async () => {
    const rows = await users('Prénom;Nom;E-mail\n=HYPERLINK(1);B;a@b.example\n');
    expect(candidatesOf(rows)).toMatchObject([
      { firstName: '=HYPERLINK(1)', warnings: [{ code: 'formula-kept-as-text', field: 'firstName' }] },
    ]);
  });

  it.each([
    ['a line break', 'Zo\né'],
    ['a control character', 'Zo\u0007é'],
    ['a character that turns text around', 'Zo\u202Eé'],
    ['a paragraph mark', 'Zo\u2029é'],
    ['no letter', '—'],
    ['more than two hundred characters', 'é'.repeat(201)],
  ])('rejects a name with %s, as the page does, and takes the other rows', async (_what, name) => {
    const rows = await users(
      `Prénom;Nom;E-mail professionnel\n"${name}";Été;z@x.example\nJean-Luc;D’Été;j@x.example\n`,
    );
    expect(answersOf(rows).map((answer) => answer.replace(/^\d+ /, ''))).toEqual([
      'bad-name firstName',
      'taken',
    ]);
  });

  it('rejects an address with a character that cannot be seen', async () => {
    const rows = await users('Prénom;Nom;E-mail professionnel\nZoé;Été;z\u202E@x.example\n');
    expect(answersOf(rows)).toEqual(['2 bad-email workEmail']);
  });

  it('answers a row that says the same again as repeated', async () => {
    const rows = await users('Prénom;Nom;E-mail\nA;B;a@b.example\nA;B;A@B.example\n');
    expect(answersOf(rows)).toEqual(['2 taken', '3 repeats 2']);
  });

  it.each(['constructor', '__proto__', 'toString'])('is not misled by the word %s', async (word) => {
    const rows = await users(`Prénom;Nom;E-mail;Rôles;Langue\nA;B;a@b.example;;${word}\n`);
    expect(answersOf(rows)).toEqual(['2 unknown-locale locale']);
  });
});
