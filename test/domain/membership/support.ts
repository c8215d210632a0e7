/** A policy with the periods of the delivered one and plain prices, and short ways to write facts. */
import type { Level } from '../../../src/domain/catalogue/catalogue.ts';
import type { FactsMembership } from '../../../src/domain/facts/facts-document.ts';
import type { MembershipOffer, MembershipPolicy } from '../../../src/domain/membership/membership-policy.ts';
import { type CompanyEra, companyEra } from '../../../src/domain/membership/renewal-window.ts';
import { type Day, formatDay, parseDay } from '../../../src/domain/time/day.ts';

const SOURCE = { text: 'test', confidence: 'high' } as const;

export function day(text: string): Day {
  return parseDay(text)!;
}

function offer(id: string, minor: number, more: Partial<MembershipOffer> = {}): MembershipOffer {
  const prices = [{ from: null, money: { minor, currency: 'USD' }, source: SOURCE }];
  return { id, name: { en: id, fr: id }, level: null, prices, excludedBy: [], discounts: [], ...more };
}

export const LEVELS: readonly Level[] = ['silver', 'gold'].map((id, rank) => ({
  id,
  rank,
  name: { en: id, fr: id },
}));

export const POLICY: MembershipPolicy = {
  source: SOURCE,
  offers: [
    offer('pack', 40_001, { discounts: [{ holdersOf: ['silver', 'gold'], percent: 20 }] }),
    offer('silver', 200_000, { level: 'silver', excludedBy: ['gold'] }),
    offer('gold', 400_002, { level: 'gold' }),
  ],
  upgrades: [{ from: 'silver', to: 'gold', percent: 25 }],
  termDays: 365,
  renewalWindows: [
    { era: 'partner-center', from: null, opens: 1, closes: 30 },
    { era: 'pmc', from: null, opens: -90, closes: 0 },
  ],
  shownInGrace: false,
  reminders: [-90, -15, 23],
  reportCheckMonthsBefore: 3,
  transferDays: 30,
  cancellationDays: 30,
  benefits: [],
  seller: null,
};

export const NATIVE: CompanyEra = companyEra(null);
export const IN_PMC: CompanyEra = companyEra(null, 'pmc');

/** `silver 2018-05-01`, or `silver 2018-05-01..2019-05-01`. */
export function memberships(...texts: readonly string[]): readonly FactsMembership[] {
  return texts.map((text) => {
    const [id, days] = text.split(' ');
    const [activeFrom, anniversary = null] = days!.split('..');
    return { offer: id!, activeFrom: activeFrom!, anniversary };
  });
}

export function printed(on: Day | null): string | null {
  return on === null ? null : formatDay(on);
}
