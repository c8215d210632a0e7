/**
 * Changes of the rules tried out on the whole network in the background. One server works on a rehearsal; when it dies or
 * stops, another goes on after the last companies whose answers were kept.
 */
import { randomUUID } from 'node:crypto';
import { programmeOf } from '../../catalogue/load-programme.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { parseDay } from '../../domain/time/day.ts';
import { findDraft } from '../../store/catalogue-versions-store.ts';
import type { NetworkTransaction } from '../../store/database.ts';
import {
  endRehearsal,
  type KeptRehearsal,
  keepRehearsed,
  leaveRehearsal,
  takeRehearsal,
} from '../../store/rehearsals-store.ts';
import type { Services } from '../shared/services.ts';
import type { CompanyToRehearse } from './catalogue-order.ts';
import { rehearsalThreads } from './catalogue-threads.ts';
import { readPage } from './rehearsal-page.ts';

const SYSTEM = { kind: 'system', name: 'rehearsal' } as const;

type Parts = Pick<Services, 'database' | 'programmes' | 'programme' | 'now'>;

/** A company that takes part in no programme is judged by the default one, as its pages are. */
function takesPart({ company }: CompanyToRehearse, programme: string, byDefault: boolean): boolean {
  const enrolments = company.facts.enrolments ?? [];
  return enrolments.length === 0 ? byDefault : enrolments.some((each) => each.programme === programme);
}

async function draftProgramme(tx: NetworkTransaction, taken: KeptRehearsal): Promise<Programme | string> {
  const draft = await findDraft(tx, taken.draftId, false);
  if (draft === null) return 'The draft has been discarded.';
  if (draft.revision !== taken.revision) return 'The draft has been changed since.';
  const files = { id: draft.programme, texts: new Map(Object.entries(draft.files)) };
  return programmeOf(files).programme ?? 'The files of the draft make no rules.';
}

async function workOn(
  parts: Parts,
  taken: KeptRehearsal,
  worker: string,
  goesOn: () => boolean,
): Promise<void> {
  const { database, programmes } = parts;
  const { rehearsalId, programme } = taken;
  const end = (state: 'done' | 'failed', reason: string | null = null) =>
    database.asNetwork({ actor: SYSTEM }, (tx) => endRehearsal(tx, rehearsalId, state, reason));
  const after = await database.asNetwork({ actor: SYSTEM }, (tx) => draftProgramme(tx, taken));
  if (typeof after === 'string') return end('failed', after);
  const before = programmes.get(programme);
  if (before === undefined || before.version !== taken.fromCatalogue) {
    return end('failed', 'Other rules have come into force since.');
  }
  const question = { before, after, first: parseDay(taken.firstDay)!, last: parseDay(taken.lastDay)! };
  const threads = await rehearsalThreads(question);
  const byDefault = parts.programme.id === programme;
  const read = (from: string) => database.asNetwork({ actor: SYSTEM }, (tx) => readPage(tx, from));
  try {
    let next = read(taken.reached);
    for (;;) {
      const page = await next;
      if (page.last === null) return await end('done');
      if (!goesOn()) {
        return await database.asNetwork({ actor: SYSTEM }, (tx) => leaveRehearsal(tx, rehearsalId, worker));
      }
      // While these are asked, the next ones are read.
      next = read(page.last);
      next.catch(() => {});
      const asked = page.companies.filter((each) => takesPart(each, programme, byDefault));
      const found = await threads.rehearse(asked);
      const { count: companies, last: reached } = page;
      const kept = await database.asNetwork({ actor: SYSTEM }, (tx) =>
        keepRehearsed(tx, { rehearsalId, worker }, found, { companies, reached }),
      );
      // Somebody has stopped it, or has taken it over.
      if (!kept) return;
    }
  } finally {
    await threads.end();
  }
}

/** Works on whatever waits, one after the other. */
export async function rehearsalRound(parts: Parts, goesOn: () => boolean = () => true): Promise<void> {
  while (goesOn()) {
    const worker = randomUUID();
    const taken = await parts.database.asNetwork({ actor: SYSTEM }, (tx) => takeRehearsal(tx, worker));
    if (taken === null) return;
    await workOn(parts, taken, worker, goesOn);
  }
}
