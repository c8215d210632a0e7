import type {
  CatalogueVersions,
  DraftSummary,
  PublicationView,
  RehearsalView,
  RehearsedCompanies,
} from '../../contract/catalogue-versions.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { MICROSOFT_LEARNING } from '../../sources/provider-names.ts';
import type { CatalogueDraft, Publication } from '../../store/catalogue-versions-store.ts';
import type { KeptRehearsal, ListedCompany, RehearsedCounts } from '../../store/rehearsals-store.ts';
import { publicationInForce } from '../shared/live-programmes.ts';

export function draftSummary(draft: CatalogueDraft, publications: readonly Publication[]): DraftSummary {
  const { draftId, programme, note, madeFrom, revision, changedAt, catalogue, problems } = draft;
  return {
    draftId,
    programme,
    note,
    madeFrom,
    revision,
    changedAt: changedAt.toISOString(),
    version: catalogue,
    problems: problems?.length ?? null,
    published: publications.some((each) => each.draftId === draftId),
  };
}

function publicationView(
  publication: Publication,
  inForce: Publication | null,
  day: string,
): PublicationView {
  const { publicationId, draftId, catalogue, effectiveOn, reason, publishedAt, withdrawnAt } = publication;
  const waits = effectiveOn > day ? 'scheduled' : 'replaced';
  return {
    publicationId,
    draftId,
    version: catalogue,
    effectiveOn,
    reason,
    publishedAt: publishedAt.toISOString(),
    state: withdrawnAt !== null ? 'withdrawn' : publication === inForce ? 'in-force' : waits,
  };
}

interface Known {
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly delivered: ReadonlyMap<string, Programme>;
  readonly drafts: readonly CatalogueDraft[];
  readonly publications: readonly Publication[];
  readonly day: string;
}

export function versionsView({
  programmes,
  delivered,
  drafts,
  publications,
  day,
}: Known): CatalogueVersions['value'] {
  return [...delivered.values()].map((programme) => {
    const own = publications.filter((each) => each.programme === programme.id);
    const inForce = publicationInForce(own, programme.id, day);
    return {
      programme: { id: programme.id, name: programme.name },
      version: programmes.get(programme.id)!.version,
      deliveredVersion: programme.version,
      publications: own.map((each) => publicationView(each, inForce, day)),
      drafts: drafts
        .filter((each) => each.programme === programme.id)
        .map((each) => draftSummary(each, publications)),
      readsLearn: programme.recognisedSources.includes(MICROSOFT_LEARNING),
    };
  });
}

/** When all will have been asked, if it goes on as since a server took it up. */
function expectedEnd({ done, total, begunAt, begunDone, state }: KeptRehearsal, now: Date): string | null {
  const moved = done - begunDone;
  const spent = now.getTime() - (begunAt?.getTime() ?? now.getTime());
  if (state !== 'running' || moved <= 0 || spent <= 0) return null;
  return new Date(now.getTime() + (spent / moved) * Math.max(0, total - done)).toISOString();
}

export function rehearsalView(
  rehearsal: KeptRehearsal,
  counts: RehearsedCounts,
  programme: Programme,
  now: Date,
): RehearsalView {
  const { rehearsalId, draftId, revision, firstDay, lastDay, state, total, done, reason } = rehearsal;
  return {
    rehearsalId,
    draftId,
    programme: { id: programme.id, name: programme.name },
    revision,
    fromVersion: rehearsal.fromCatalogue,
    toVersion: rehearsal.toCatalogue,
    firstDay,
    lastDay,
    requestedAt: rehearsal.requestedAt.toISOString(),
    state,
    total: Math.max(total, done),
    done,
    expectedEnd: expectedEnd(rehearsal, now),
    finishedAt: rehearsal.finishedAt?.toISOString() ?? null,
    reason,
    counts,
  };
}

/** Names of what a draft adds stand in the draft alone: they are told by their ids here. */
export function rehearsedCompanies(
  companies: readonly ListedCompany[],
  { competencies, levels }: Programme,
): RehearsedCompanies['value'] {
  const named = <
    T extends { readonly id: string; readonly name: { readonly en: string; readonly fr: string } },
  >(
    all: readonly T[],
    id: string,
  ) => ({ id, name: all.find((each) => each.id === id)?.name ?? { en: id, fr: id } });
  return companies.map(({ partnerId, partnerName, changes, failure }) => ({
    partnerId,
    partnerName,
    failure,
    changes: changes.map(({ competency, level, ...change }) => ({
      ...change,
      competency: named(competencies, competency),
      level: named(levels, level),
    })),
  }));
}
