/** `membership.yaml`: what a programme sells, how long it lasts, when it is renewed, and what it gives. */
import type { Level } from '../domain/catalogue/catalogue.ts';
import type {
  Benefit,
  DatedPrice,
  MembershipOffer,
  MembershipPolicy,
  OfferUpgrade,
  RenewalWindowRule,
} from '../domain/membership/membership-policy.ts';
import type { Day } from '../domain/time/day.ts';
import { readSeller } from './read-seller.ts';
import { type Cursor, entriesOf, fieldsOf, itemsOf, report, scalarOf } from './yaml-cursor.ts';
import {
  readCount,
  readDay,
  readKnown,
  readLocalText,
  readOneOf,
  readSource,
  readText,
} from './yaml-values.ts';

/** What offers and benefits may name. */
export interface MembershipContext {
  readonly levels: readonly Level[];
  readonly competencies: ReadonlySet<string>;
}

type Known = { has(id: string): boolean };

const ERAS = ['partner-center', 'pmc'] as const;

export function readMembershipFile(root: Cursor, context: MembershipContext): MembershipPolicy {
  const fields = fieldsOf(
    root,
    [
      'source',
      'offers',
      'term-days',
      'renewal-windows',
      'reminders',
      'report-check-months-before',
      'transfer-days',
      'cancellation-days',
    ],
    ['upgrades', 'shown-in-grace', 'benefits', 'seller'],
  );
  const offersAt = fields.get('offers');
  const ids = new Set(offersAt === undefined ? [] : entriesOf(offersAt).map(({ key }) => key));
  return {
    source: readSource(fields.get('source')),
    offers: readOffers(offersAt, ids, new Set(context.levels.map(({ id }) => id))),
    upgrades: readUpgrades(fields.get('upgrades'), ids),
    termDays: readCount(fields.get('term-days'), 1),
    renewalWindows: readRenewalWindows(fields.get('renewal-windows')),
    shownInGrace: readYesNo(fields.get('shown-in-grace')),
    reminders: readList(fields.get('reminders'), readOffset),
    reportCheckMonthsBefore: readCount(fields.get('report-check-months-before'), 0),
    transferDays: readCount(fields.get('transfer-days'), 0),
    cancellationDays: readCount(fields.get('cancellation-days'), 0),
    benefits: readBenefits(fields.get('benefits'), ids, context.competencies),
    seller: readSeller(fields.get('seller')),
  };
}

function readList<T>(cursor: Cursor | undefined, read: (item: Cursor) => T): readonly T[] {
  return cursor === undefined ? [] : itemsOf(cursor).map(read);
}

function readOffers(cursor: Cursor | undefined, ids: Known, levels: Known): readonly MembershipOffer[] {
  return (cursor === undefined ? [] : entriesOf(cursor)).map(({ key, value }) => {
    const fields = fieldsOf(value, ['name', 'prices'], ['level', 'excluded-by', 'discounts']);
    const level = fields.get('level');
    return {
      id: key,
      name: readLocalText(fields.get('name')),
      level: level === undefined ? null : readKnown(level, levels, 'level', '`levels` of programme.yaml'),
      prices: readPrices(fields.get('prices')),
      excludedBy: readList(fields.get('excluded-by'), (item) => readOffer(item, ids)),
      discounts: readList(fields.get('discounts'), (item) => {
        const discount = fieldsOf(item, ['holders-of', 'percent']);
        return {
          holdersOf: readList(discount.get('holders-of'), (offer) => readOffer(offer, ids)),
          percent: readPercent(discount.get('percent')),
        };
      }),
    };
  });
}

function readOffer(cursor: Cursor | undefined, ids: Known): string {
  return readKnown(cursor, ids, 'offer', '`offers`');
}

/** Reports dates that do not go from the oldest to the newest; only the first entry may lack its `from`. */
function checkOrder(item: Cursor, from: Day | null, previous: { from: Day | null } | undefined): void {
  if (previous === undefined) return;
  if (from === null || (previous.from ?? Number.NEGATIVE_INFINITY) >= from) {
    report(item, 'entries go from the oldest to the newest, each with a later `from`');
  }
}

function readPrices(cursor: Cursor | undefined): readonly DatedPrice[] {
  const prices: DatedPrice[] = [];
  for (const item of cursor === undefined ? [] : itemsOf(cursor)) {
    const fields = fieldsOf(item, ['minor', 'currency', 'source'], ['from']);
    const from = readDay(fields.get('from'));
    checkOrder(item, from, prices.at(-1));
    prices.push({
      from,
      money: { minor: readCount(fields.get('minor'), 0), currency: readCurrency(fields.get('currency')) },
      source: readSource(fields.get('source')),
    });
  }
  return prices;
}

function readCurrency(cursor: Cursor | undefined): string {
  const currency = readText(cursor);
  if (cursor !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    report(cursor, 'expected a currency of three capital letters');
  }
  return currency;
}

function readPercent(cursor: Cursor | undefined): number {
  const percent = readCount(cursor, 1);
  if (cursor !== undefined && percent > 100) report(cursor, 'expected a percentage, 1 to 100');
  return percent;
}

function readYesNo(cursor: Cursor | undefined): boolean {
  if (cursor === undefined) return false;
  const value = scalarOf(cursor);
  if (typeof value !== 'boolean') report(cursor, 'expected true or false');
  return value === true;
}

/** Days after the anniversary; before it they are negative. */
function readOffset(cursor: Cursor | undefined): number {
  if (cursor === undefined) return 0;
  const value = scalarOf(cursor);
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  report(cursor, 'expected a whole number of days, negative before the anniversary');
  return 0;
}

function readUpgrades(cursor: Cursor | undefined, ids: Known): readonly OfferUpgrade[] {
  return readList(cursor, (item) => {
    const fields = fieldsOf(item, ['from', 'to', 'percent']);
    return {
      from: readOffer(fields.get('from'), ids),
      to: readOffer(fields.get('to'), ids),
      percent: readPercent(fields.get('percent')),
    };
  });
}

/** Every era has a window for every anniversary: its first rule carries no date. */
function readRenewalWindows(cursor: Cursor | undefined): readonly RenewalWindowRule[] {
  if (cursor === undefined) return [];
  const rules: RenewalWindowRule[] = [];
  for (const item of itemsOf(cursor)) {
    const fields = fieldsOf(item, ['era', 'opens', 'closes'], ['from']);
    const era = readOneOf(fields.get('era'), ERAS, 'partner-center');
    const from = readDay(fields.get('from'));
    const rule = {
      era,
      from,
      opens: readOffset(fields.get('opens')),
      closes: readOffset(fields.get('closes')),
    };
    if (rule.closes < rule.opens) report(item, 'the window closes before it opens');
    checkOrder(
      item,
      from,
      rules.findLast((earlier) => earlier.era === era),
    );
    rules.push(rule);
  }
  for (const era of ERAS) {
    if (rules.find((rule) => rule.era === era)?.from !== null) {
      report(cursor, `there is no window without a date for ${era}; add the oldest one`);
    }
  }
  return rules;
}

function readBenefits(cursor: Cursor | undefined, ids: Known, competencies: Known): readonly Benefit[] {
  return (cursor === undefined ? [] : entriesOf(cursor)).map(({ key, value }) => {
    const fields = fieldsOf(value, ['name', 'amounts'], ['competencies']);
    const named = fields.get('competencies');
    const amounts = fields.get('amounts');
    return {
      id: key,
      name: readLocalText(fields.get('name')),
      competencies:
        named === undefined
          ? null
          : itemsOf(named).map((item) => readKnown(item, competencies, 'competency', 'programme.yaml')),
      amounts: new Map(
        (amounts === undefined ? [] : entriesOf(amounts)).map(({ key: offer, keyCursor, value: amount }) => {
          if (!ids.has(offer)) report(keyCursor, `unknown offer \`${offer}\`; add it to \`offers\``);
          return [offer, readLocalText(amount)] as const;
        }),
      ),
    };
  });
}
