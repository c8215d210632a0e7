/**
 * The daily look at every company: what has become due and what has changed since the last look is told. It may run at
 * any time, twice, late or on several servers at once; it looks only at companies of which something may have to be told,
 * and what it has done for one of them stays done when it is stopped.
 */
import { createHash } from 'node:crypto';
import { setImmediate as pagesFirst } from 'node:timers/promises';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import type { TenantTransaction } from '../../store/database.ts';
import {
  companiesToLookAt,
  findRound,
  holdRound,
  keepRound,
  type NoticeRound,
} from '../../store/notice-rounds-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { evidenceVersions } from '../../store/partners-store.ts';
import { today } from '../shared/as-of.ts';
import { partnerLoader } from '../shared/load-partner.ts';
import { raiseNotices } from '../shared/notices/raise-notices.ts';
import { type LoadedPartner, type PartnerAnswer, partnerAnswer } from '../shared/partner-answer.ts';
import type { Services } from '../shared/services.ts';
import { associationNotices } from './association-notices.ts';
import { earliest } from './due-notices.ts';
import { endingNotices } from './ending-notices.ts';
import { membershipNotices } from './membership-notices.ts';
import { type LevelNotices, levelNotices, type RememberedLevel } from './noticed-levels.ts';

const SYSTEM = { kind: 'system', name: 'notices' } as const;

/** A company that takes part in nothing is looked at when its facts change; else after so many days. */
const DAYS_WITHOUT_PROGRAMME = 30;

/** Companies asked for at a time. */
const PAGE = 500;

type Standing = Pick<Services, 'database' | 'programmes' | 'programmesOf' | 'now'>;

/** Other rules may mean other news. */
function catalogueOf(programmes: ReadonlyMap<string, Programme>): string {
  const versions = [...programmes.values()].map(({ id, version }) => `${id} ${version}`).sort();
  return createHash('sha256').update(versions.join('\n')).digest('hex').slice(0, 16);
}

/** A round of another server came first, with the same facts and rules on the same day. */
function isTold(
  round: NoticeRound | null,
  asked: Pick<NoticeRound, 'ranOn' | 'evidenceVersion' | 'catalogue'>,
) {
  return (
    round !== null &&
    round.ranOn >= asked.ranOn &&
    round.evidenceVersion >= asked.evidenceVersion &&
    round.catalogue === asked.catalogue
  );
}

/** A look at one company at a time, each with facts of its own: what pages keep in memory is left alone. */
function companyLook({ database, programmes, programmesOf }: Standing) {
  const load = partnerLoader(database);
  const catalogue = catalogueOf(programmes);

  /** What takes long, with pauses in which pages are answered. */
  async function answersOf(loaded: LoadedPartner, day: string): Promise<readonly PartnerAnswer[]> {
    const own = await programmesOf(loaded.partner.id as PartnerId, String(loaded.evidenceVersion));
    const answers: PartnerAnswer[] = [];
    for (const { programme } of own.filter(({ enrolled }) => enrolled)) {
      const answer = partnerAnswer(loaded, programme, { validAt: day, knownAt: null });
      await pagesFirst();
      answer.levelStandings();
      await pagesFirst();
      answer.reportRows(false);
      await pagesFirst();
      answers.push(answer);
    }
    return answers;
  }

  async function tell(tx: TenantTransaction, printed: string): Promise<void> {
    const before = await findRound(tx);
    const { evidence } = await evidenceVersions(tx, tx.partnerId);
    if (isTold(before, { ranOn: printed, evidenceVersion: evidence, catalogue })) return;
    const day = parseDay(printed)!;
    const ranOn = before === null ? null : parseDay(before.ranOn);
    const known = (before?.levels ?? null) as readonly RememberedLevel[] | null;
    const loaded = await load(tx.partnerId);
    const answers = await answersOf(loaded, printed);
    const levels: LevelNotices[] = [];
    for (const answer of answers) levels.push(await levelNotices(answer, known));
    const owed = [...answers.map(membershipNotices), endingNotices(answers, day, ranOn)];
    await raiseNotices(tx, [
      ...[...levels, ...owed].flatMap(({ drafts }) => drafts),
      ...associationNotices(loaded, day, ranOn),
    ]);
    const next = earliest([
      ...answers.map((answer) => parseDay(answer.changesOn())),
      ...owed.map((due) => due.next),
    ]);
    await keepRound(tx, {
      ranOn: printed,
      evidenceVersion: loaded.evidenceVersion,
      catalogue,
      nextDue: formatDay(next ?? addDays(day, DAYS_WITHOUT_PROGRAMME)),
      levels: levels.flatMap((told) => told.levels),
    });
  }

  /** A company at which another server looks is left to it: what changes meanwhile is seen by the next round. */
  return (partnerId: PartnerId, day: string): Promise<void> =>
    database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
      if (await holdRound(tx)) await tell(tx, day);
    });
}

export interface RoundOutcome {
  readonly looked: number;
  /** Companies about which something failed; the next round looks at them again. */
  readonly failed: readonly { readonly partnerId: PartnerId; readonly error: unknown }[];
}

/** @param goesOn asked before each company: a server that stops leaves the rest to the next round */
export async function noticeRound(
  services: Standing,
  goesOn: () => boolean = () => true,
): Promise<RoundOutcome> {
  const { database, programmes, now } = services;
  const asked = { day: today(now()), catalogue: catalogueOf(programmes) };
  const look = companyLook(services);
  const failed: { partnerId: PartnerId; error: unknown }[] = [];
  let looked = 0;
  let after = '';
  for (;;) {
    const page = { after, limit: PAGE };
    const companies = await database.asNetwork({ actor: SYSTEM }, (tx) => companiesToLookAt(tx, asked, page));
    for (const partnerId of companies) {
      if (!goesOn()) return { looked, failed };
      try {
        await look(partnerId, asked.day);
        looked++;
      } catch (error) {
        failed.push({ partnerId, error });
      }
    }
    const last = companies.at(-1);
    if (last === undefined || companies.length < PAGE) return { looked, failed };
    after = last;
  }
}
