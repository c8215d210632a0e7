import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { formatProblem } from '../../src/catalogue/catalogue-problem.ts';
import { loadProgramme, readProgramme } from '../../src/catalogue/load-programme.ts';
import { listedPrice } from '../../src/domain/membership/offer-price.ts';
import { parseDay } from '../../src/domain/time/day.ts';
import { writeSmallProgramme } from './support/small-programme.ts';

const MEMBERSHIP = `source: { text: The page of the vendor, confidence: high }
offers:
  pack:
    name: { en: Pack, fr: Pack }
    prices:
      - { minor: 100, currency: USD, source: { text: list, confidence: high } }
      - { from: 2020-01-01, minor: 200, currency: USD, source: { text: list, confidence: high } }
  gold:
    name: { en: Gold, fr: Or }
    level: gold
    excluded-by: [pack]
    prices: [{ minor: 300, currency: USD, source: { text: list, confidence: high } }]
upgrades: [{ from: pack, to: gold, percent: 25 }]
term-days: 365
renewal-windows:
  - { era: partner-center, opens: 1, closes: 30 }
  - { era: pmc, opens: -90, closes: 0 }
reminders: [-90, 23]
report-check-months-before: 3
transfer-days: 30
cancellation-days: 14
seller:
  name: The seller
  address: [First line, Second line]
  contact: bills@seller.example
  account: { holder: The seller, iban: GB82 WEST 1234 5698 7654 32, bic: WESTGB2L }
  tax-note: { en: none, fr: aucune }
benefits:
  hours:
    name: { en: Hours, fr: Heures }
    competencies: [storage]
    amounts: { gold: { en: ten, fr: dix } }
`;

async function problemsOf(find: string, put: string): Promise<readonly string[]> {
  const folder = await writeSmallProgramme();
  if (!MEMBERSHIP.includes(find)) throw new Error(`there is no ${find}`);
  await writeFile(join(folder, 'membership.yaml'), MEMBERSHIP.replace(find, put));
  return (await readProgramme(folder)).problems.map(formatProblem);
}

describe('the membership of a programme', () => {
  it('is read with its offers, dated prices, windows and benefits', async () => {
    const folder = await writeSmallProgramme();
    const without = await loadProgramme(folder);
    await writeFile(join(folder, 'membership.yaml'), MEMBERSHIP);
    const { membership, version } = await loadProgramme(folder);
    const [pack, gold] = membership!.offers;
    expect(without.membership).toBeNull();
    expect(version).not.toBe(without.version);
    expect([pack!.level, gold!.level, gold!.excludedBy]).toEqual([null, 'gold', ['pack']]);
    const price = (on: string) => listedPrice(pack!, parseDay(on)!)?.money.minor;
    expect([price('2019-12-31'), price('2020-01-01')]).toEqual([100, 200]);
    expect(membership!.renewalWindows.map(({ era, opens, closes }) => [era, opens, closes])).toEqual([
      ['partner-center', 1, 30],
      ['pmc', -90, 0],
    ]);
    expect(membership!.seller).toMatchObject({ address: ['First line', 'Second line'], terms: null });
    expect(membership!.benefits[0]?.amounts.get('gold')?.fr).toBe('dix');
    expect([membership!.termDays, membership!.cancellationDays, membership!.shownInGrace]).toEqual([
      365,
      14,
      false,
    ]);
  });

  it.each([
    ['an offer of an unknown level', 'level: gold', 'level: platinum', /unknown level `platinum`/],
    ['an unknown offer', 'excluded-by: [pack]', 'excluded-by: [packs]', /unknown offer `packs`/],
    ['a benefit of an unknown offer', 'amounts: { gold:', 'amounts: { golden:', /unknown offer `golden`/],
    ['a benefit of an unknown competency', '[storage]', '[stores]', /unknown competency `stores`/],
    [
      'prices out of order',
      '- { minor: 100',
      '- { from: 2021-01-01, minor: 100',
      /from the oldest to the newest/,
    ],
    ['a price in no currency', 'currency: USD', 'currency: dollars', /three capital letters/],
    ['a price of fractions', 'minor: 300', 'minor: 3.5', /expected a whole number, 0 or more/],
    ['more than all off', 'percent: 25', 'percent: 125', /expected a percentage, 1 to 100/],
    ['a window that closes first', 'opens: 1, closes: 30', 'opens: 31, closes: 30', /closes before it opens/],
    [
      'an era without a window',
      '  - { era: pmc, opens: -90, closes: 0 }\n',
      '',
      /no window without a date for pmc/,
    ],
    ['a year of less than a day', 'term-days: 365', 'term-days: -1', /expected a whole number, 1 or more/],
    ['transfers before the order', 'transfer-days: 30', 'transfer-days: -30', /a whole number, 0 or more/],
    ['a cancellation before the payment', 'cancellation-days: 14', 'cancellation-days: -1', /0 or more/],
    ['an account whose number was mistyped', '7654 32', '7654 23', /check digits do not fit/],
    ['a seller who says nothing of taxes', '  tax-note: { en: none, fr: aucune }\n', '', /tax-note/],
    ['a reminder that is no day', '[-90, 23]', '[soon]', /expected a whole number of days/],
  ])('is refused for %s', async (_what, find, put, message) => {
    expect(await problemsOf(find, put)).toEqual([expect.stringMatching(message)]);
  });

  it('is delivered for the competencies with the periods of the seed, and for the designations', async () => {
    const { membership } = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
    expect(membership!.offers.map(({ id }) => id)).toEqual(['action-pack', 'silver', 'gold']);
    expect(membership!.upgrades).toEqual([{ from: 'silver', to: 'gold', percent: 25 }]);
    expect([membership!.termDays, membership!.reminders]).toEqual([365, [-90, -15, 23]]);
    const designations = await loadProgramme(join(catalogueRoot(), 'solutions-partner'));
    expect(designations.membership?.offers.map(({ level }) => level)).toEqual(['designation']);
  });

  it('is written in French with French punctuation', async () => {
    const text = await readFile(join(catalogueRoot(), 'microsoft-competencies', 'membership.yaml'), 'utf8');
    expect(text).not.toMatch(/fr: [^}]*[a-zé]'[a-zé]/);
    expect(text).not.toMatch(/fr: [^}\n]*[^\u202f][;!?]/);
  });
});
