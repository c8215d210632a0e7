/** What routes about drafts share: reading one, checking it, and saying what it changes. */

import { programmeOf } from '../../catalogue/load-programme.ts';
import type { DraftView } from '../../contract/catalogue-versions.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { catalogueDifference } from '../../domain/rehearsal/catalogue-difference.ts';
import { parseDay } from '../../domain/time/day.ts';
import { notFound } from '../../http/problem.ts';
import {
  type DraftWithFiles,
  findDraft,
  keepCheck,
  listPublications,
} from '../../store/catalogue-versions-store.ts';
import type { Actor, AnyTransaction } from '../../store/database.ts';
import { countRehearsed, rehearsalsOf } from '../../store/rehearsals-store.ts';
import { today } from '../shared/as-of.ts';
import { networkClaim } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { checkDraftFiles } from './catalogue-threads.ts';
import { differenceView } from './difference-view.ts';
import { draftSummary, rehearsalView } from './version-views.ts';

function draftNotFound() {
  return notFound('draft-not-found', 'There is no such draft.');
}

export async function askedDraft(
  tx: AnyTransaction,
  draftId: string | undefined,
  hold = false,
): Promise<DraftWithFiles> {
  const draft = isUuid(draftId) ? await findDraft(tx, draftId, hold) : null;
  if (draft === null) throw draftNotFound();
  return draft;
}

export function rulesOf({ programme, files }: Pick<DraftWithFiles, 'programme' | 'files'>): Programme | null {
  return programmeOf({ id: programme, texts: new Map(Object.entries(files)) }).programme;
}

/** Checks a revision that has not been checked; the examples run on a thread of their own. */
export async function checkedDraft(
  services: Services,
  draft: DraftWithFiles,
  actor: Actor,
): Promise<DraftWithFiles> {
  if (draft.problems !== null) return draft;
  const texts = new Map(Object.entries(draft.files));
  const { programme, problems } = await checkDraftFiles({ id: draft.programme, texts });
  const found = { catalogue: programme?.version ?? null, problems };
  await services.database.asTenant(networkClaim(actor), (tx) => keepCheck(tx, draft, found));
  return { ...draft, ...found };
}

export async function draftView(
  services: Services,
  draftId: string | undefined,
  actor: Actor,
): Promise<DraftView> {
  const { database, programmes, now } = services;
  const read = await database.asNetwork({ actor }, async (tx) => {
    const draft = await askedDraft(tx, draftId);
    const rehearsals = await rehearsalsOf(tx, draft.draftId);
    const counted = [];
    for (const each of rehearsals) counted.push({ each, counts: await countRehearsed(tx, each.rehearsalId) });
    return { draft, counted, publications: await listPublications(tx) };
  });
  const draft = await checkedDraft(services, read.draft, actor);
  const inForce = programmes.get(draft.programme);
  if (inForce === undefined) throw draftNotFound();
  const rules = rulesOf(draft);
  return {
    ...draftSummary(draft, read.publications),
    files: Object.entries(draft.files)
      .map(([path, text]) => ({ path, characters: text.length }))
      .sort((left, right) => (left.path < right.path ? -1 : 1)),
    found: draft.problems!.map((each) => ({ ...each })),
    inForce: inForce.version,
    difference:
      rules === null
        ? null
        : differenceView(inForce, rules, catalogueDifference(inForce, rules), parseDay(today(now()))!),
    rehearsals: read.counted.map(({ each, counts }) => rehearsalView(each, counts, inForce, now())),
  };
}
