/** Which rows of which table a request means: the question, the answer of the company, the table, the choice. */
import { AnswerQuerySchema, type Locale } from '../../contract/common.ts';
import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import { type RecentlyUsed, recentlyUsed } from '../../http/recently-used.ts';
import { validated } from '../../http/validation.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { type AsOf, asOfQuery } from '../shared/as-of.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { chosenRows, type ReportTable } from '../shared/report-tables/report-table.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { type EntitySet, entitySetsFor } from './entity-sets.ts';
import { type ODataOptions, type ODataQuery, odataOptions } from './odata-options.ts';
import { readSkipToken, type SkipToken } from './skip-token.ts';

export interface AskedFeed {
  readonly caller: Caller;
  readonly partnerId: PartnerId;
  readonly query: ODataQuery;
  /** In which a refusal is told. */
  readonly locale: Locale;
}

/** A set that the reader may not open is as unknown as one that there is not. */
export function askedSet({ caller }: AskedFeed, name: string): EntitySet {
  const set = entitySetsFor(caller).find((each) => each.name === name);
  if (set === undefined) throw notFound('unknown-entity-set', `There is no entity set ${name} for you.`);
  return set;
}

export interface OpenFeed {
  readonly set: EntitySet;
  readonly table: ReportTable;
  readonly options: ODataOptions;
  readonly answer: PartnerAnswer;
  /** Those that fit, in the order that is asked for. */
  readonly rows: readonly number[];
  readonly from: SkipToken;
}

/** Later pages are told as of the first one, also when facts have come meanwhile. */
function timesOf(query: ODataQuery, from: SkipToken, version: string, asked: AsOf): AsOf {
  if (query.$skiptoken === undefined) return asked;
  const { knownAt } = asked;
  return { validAt: from.day, knownAt: knownAt ?? (from.version === version ? null : from.at) };
}

/** Readings whose rows are remembered, of one company on one day. */
const MOST_READINGS = 4;

const readings = new WeakMap<PartnerAnswer, RecentlyUsed<readonly number[]>>();

/** What chooses rows and puts them in order, and who reads them. */
function askedRows({ caller, query }: AskedFeed, { name }: EntitySet): string {
  const { $filter, $orderby, lang } = query;
  return JSON.stringify([caller.id, name, $filter, $orderby, lang]);
}

/** Those that fit, in order; pages of one reading are parts of the same list, which is made with the first of them. */
function rowsOfReading(
  answer: PartnerAnswer,
  table: ReportTable,
  {
    from,
    options,
    question,
  }: { readonly from: SkipToken; readonly options: ODataOptions; readonly question: string },
): readonly number[] {
  const { filter, order } = options;
  const own = readings.get(answer) ?? recentlyUsed<readonly number[]>(MOST_READINGS);
  readings.set(answer, own);
  const key = `${from.at} ${question}`;
  const rows = own.get(key) ?? chosenRows(table, { filter, order });
  own.set(key, rows);
  return rows;
}

export async function openFeed(services: Services, asked: AskedFeed, set: EntitySet): Promise<OpenFeed> {
  const { database, answers, now } = services;
  const { caller, partnerId, query, locale } = asked;
  const options = odataOptions(query, set.columns, locale);
  const { asOf, knownAt, programme: named, lang } = query;
  const times = validated(AnswerQuerySchema, { asOf, knownAt, programme: named }, 'query', locale);
  const question = asOfQuery(times as { asOf?: string; knownAt?: string }, now());
  const programme = await askedProgramme(services, partnerId, named);
  const version = await answers.version(partnerId);
  const from: SkipToken =
    query.$skiptoken === undefined
      ? { told: 0, version, at: now().toISOString(), day: question.validAt }
      : readSkipToken(query.$skiptoken);
  const answer = await answers.of(partnerId, programme, timesOf(query, from, version, question));
  const reader = {
    answer,
    locale: lang === 'fr' ? 'fr' : 'en',
    mayNames: caller.abilities.has('personal-data'),
  } as const;
  const claim = { partnerId, actor: actorOf(caller) };
  const open = async (tx: TenantTransaction) => {
    const table = await set.open(reader, tx);
    const { filter, order } = options;
    // Of what may change from page to page without a fact changing the rows are chosen anew.
    const rows = set.ofFacts
      ? rowsOfReading(answer, table, { from, options, question: askedRows(asked, set) })
      : chosenRows(table, { filter, order });
    return { table, rows };
  };
  // A reading leaves one entry, however many pages it has.
  const opened =
    from.told > 0
      ? await database.readAsTenant(claim, open)
      : await database.asTenant(claim, async (tx) => {
          const found = await open(tx);
          const details = {
            rows: found.rows.length,
            asOf: answer.asOf.validAt,
            programme: programme.id,
            by: caller.userId,
          };
          await recordAudit(tx, { action: 'feed.read', subject: set.name, details });
          return found;
        });
  return { set, options, answer, from, ...opened };
}
