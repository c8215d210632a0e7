import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import type { Database } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { evidenceVersion } from '../../store/partners-store.ts';
import { partnerLoader } from './load-partner.ts';
import { type LoadedPartner, type PartnerAnswer, partnerAnswer } from './partner-answer.ts';
import type { PartnerAnswers } from './services.ts';

/** Records of partners kept in memory, over all partners; a company of 40,000 people has about 200,000. */
const MOST_RECORDS = 1_000_000;
/** Answers kept, weighted like their facts: one partner asked about several days. */
const MOST_ANSWER_RECORDS = 1_000_000;

/**
 * How long the version of a partner's evidence is believed. Writes of this process are seen at once; those of
 * another one (a second server, the command line) after this time at the latest.
 */
const REMEMBERED_MS = 100;

const SYSTEM = { kind: 'system', name: 'evaluation' } as const;

function weightOf({ facts }: LoadedPartner): number {
  return (facts.people ?? []).reduce((sum, person) => sum + 1 + (person.records?.length ?? 0), 100);
}

/**
 * Loads and evaluates partners once per version of their evidence. The version is read before the facts: a
 * fact that arrives in between makes the next question load again, and is never missed.
 */
export function partnerAnswers(
  database: Database,
  programmes: ReadonlyMap<string, Programme>,
): PartnerAnswers {
  const load = partnerLoader(database);
  const loaded = recentlyUsed<LoadedPartner>(MOST_RECORDS, weightOf);
  const loading = new Map<string, Promise<LoadedPartner>>();
  const answers = recentlyUsed<PartnerAnswer>(MOST_ANSWER_RECORDS, weightOf);

  const knownSkills = new Set(
    [...programmes.values()].flatMap(({ skills, aliases }) => [...skills.keys(), ...aliases.keys()]),
  );
  const versions = new Map<PartnerId, { readonly text: string; readonly until: number }>();
  /** Grows with every write of this process: a version read before a write is not remembered after it. */
  let writes = 0;

  async function version(partnerId: PartnerId): Promise<string> {
    const known = versions.get(partnerId);
    if (known !== undefined && known.until > performance.now()) return known.text;
    const before = writes;
    const claim = { partnerId, actor: SYSTEM };
    const evidence = await database.readAsTenant(claim, (tx) => evidenceVersion(tx, partnerId));
    const text = String(evidence);
    if (before === writes) versions.set(partnerId, { text, until: performance.now() + REMEMBERED_MS });
    return text;
  }

  /** Two readers who come at once share one loading. */
  async function loadOnce(key: string, partnerId: PartnerId): Promise<LoadedPartner> {
    const known = loaded.get(key);
    if (known !== undefined) return known;
    let running = loading.get(key);
    if (running === undefined) {
      running = load(partnerId).finally(() => loading.delete(key));
      loading.set(key, running);
    }
    const partner = await running;
    loaded.set(key, partner);
    return partner;
  }

  return {
    version,
    forgetVersions: () => {
      writes += 1;
      versions.clear();
    },
    async of(partnerId, programme, asOf) {
      const key = `${partnerId} ${await version(partnerId)}`;
      const answerKey = `${key} ${programme.id} ${programme.version} ${asOf.validAt} ${asOf.knownAt ?? ''}`;
      const known = answers.get(answerKey);
      if (known !== undefined) return known;
      const answer = partnerAnswer(await loadOnce(key, partnerId), programme, asOf, knownSkills);
      answers.set(answerKey, answer);
      return answer;
    },
  };
}
