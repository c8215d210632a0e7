import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/domain/time/day.ts';
import { demoNetwork } from '../../src/features/demo/demo-network.ts';
import type { DemoPartner } from '../../src/features/demo/demo-plan.ts';

const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-08-31', '2026-11-21'] as const;

const network = (today: string, large = false) => demoNetwork(parseDay(today)!, { large }).partners;

const users = (partners: readonly DemoPartner[]) => partners.flatMap((partner) => [...partner.users]);

describe('the demo network', () => {
  it('is the same for the same day', () => {
    expect(JSON.stringify(network('2026-11-21'))).toBe(JSON.stringify(network('2026-11-21')));
  });

  it('has twelve people at Contoso, 800 at Fabrikam and nobody associated at Northwind', () => {
    const [contoso, fabrikam, northwind] = network('2026-11-21');
    expect([...contoso!.users]).toHaveLength(12);
    expect([...fabrikam!.users]).toHaveLength(800);
    expect([...northwind!.users].flatMap((user) => user.accounts)).toEqual([]);
    expect([...northwind!.users].length).toBeGreaterThan(3);
  });

  it('has 40,000 people at Adatum, which is made on demand only', () => {
    const adatum = network('2026-11-21', true).find((partner) => partner.id === 'adatum');
    let people = 0;
    for (const _ of adatum!.users) people += 1;
    expect(people).toBe(40_000);
    expect(network('2026-11-21').map((partner) => partner.id)).toEqual([
      'contoso',
      'fabrikam',
      'northwind',
      'tailspin',
    ]);
  });

  it('gives every person an address of his or her own and every learning account one owner', () => {
    const people = users(network('2026-11-21', true));
    expect(new Set(people.map((user) => user.workEmail)).size).toBe(people.length);
    const accounts = people.flatMap((user) => user.accounts.map((account) => account.accountId));
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  it('has one sign-in for each role, the learners of the samples, who can mend something at Tailspin, and an admin for each partner', () => {
    const signIns = users(network('2026-11-21', true))
      .filter((user) => user.signIn)
      .map((user) => user.workEmail);
    expect(signIns).toEqual([
      'partner-admin@contoso.example',
      'global-admin@contoso.example',
      'account-admin@contoso.example',
      'user-admin@contoso.example',
      'executive-report-viewer@contoso.example',
      'report-viewer@contoso.example',
      'claire@contoso.example',
      'yann@contoso.example',
      'zoe@contoso.example',
      'partner-admin@fabrikam.example',
      'partner-admin@northwind.example',
      'global-admin@tailspin.example',
      'denis.arnaud@tailspin.example',
      'elodie.roche@tailspin.example',
      'farid.haddad@tailspin.example',
      'niamh.fletcher@tailspin.example',
      'ines.faure@tailspin.example',
      'partner-admin@adatum.example',
    ]);
  });

  it.each(DAYS)(
    'made on %s holds no interval that ends before it begins and nothing achieved later',
    (today) => {
      const everybody = users(network(today));
      // Of him a course was told that ends in two weeks.
      const early = everybody.find(({ workEmail }) => workEmail === 'nils.olivier@tailspin.example');
      for (const user of everybody) {
        expect(user.employedUntil === null || user.employedUntil > user.employedFrom).toBe(true);
        for (const account of user.accounts) {
          for (const { from, until } of account.associations) {
            expect(from <= today).toBe(true);
            expect(until === null || until > from).toBe(true);
          }
          for (const { achievedOn } of account.records)
            expect(achievedOn <= today || user === early).toBe(true);
        }
      }
    },
  );

  it.each(DAYS)('made on %s repeats no skill on one account and day', (today) => {
    const keys = users(network(today)).flatMap((user) =>
      user.accounts.flatMap((account) =>
        account.records.map((record) => `${account.accountId} ${record.skill} ${record.achievedOn}`),
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
