import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { evidenceOf } from '../../domain/evidence/evidence-facts.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import type { Database } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { evidenceVersion } from '../../store/partners-store.ts';
import { partnerLoader } from './load-partner.ts';
import { type LoadedPartner, type PartnerAnswer, partnerAnswer } from './partner-answer.ts';
import { refreshed } from './refreshed.ts';
import type { PartnerAnswers } from './services.ts';

/** Records of partners kept in memory, over all partners; a company of 40,000 people has about 200,000. */
const MOST_RECORDS = 1_000_000;
/** Answers kept, weighted like their facts: one partner asked about several days. */
const MOST_ANSWER_RECORDS = 1_000_000;

/**
 * How long the version of a partner's evidence is believed. Writes of this process are seen at once; those of
 * another one (a second server, the command line) after this time at the latest.
 */
const FRESHNESS = { renewAfter: 100, oldest: 400 };

function weightOf({ facts }: LoadedPartner): number {
  const { counts } = evidenceOf(facts)!;
  return 100 + counts.people + counts.records;
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
  const versions = refreshed(
    async (partner) => String(await evidenceVersion(database, partner as PartnerId)),
    FRESHNESS,
    () => performance.now(),
  );
  const version = (partnerId: PartnerId) => versions.get(partnerId);

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
    forgetVersions: () => versions.forgetAll(),
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
