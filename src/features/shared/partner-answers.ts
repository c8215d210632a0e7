import { setTimeout as pause } from 'node:timers/promises';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { evidenceOf } from '../../domain/evidence/evidence-facts.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import type { Database } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { evidenceVersion } from '../../store/partners-store.ts';
import type { AsOf } from './as-of.ts';
import { asKnown, partnerLoader } from './load-partner.ts';
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

/** Whoever arrives reads first: what comes next is prepared when that has been sent. */
const PREPARED_AFTER_MS = 300;

/** Ids that any programme knows, found anew when rules have been replaced. */
function skillsOfAll(programmes: ReadonlyMap<string, Programme>): () => ReadonlySet<string> {
  let of: readonly Programme[] = [];
  let skills: ReadonlySet<string> = new Set();
  return () => {
    const present = [...programmes.values()];
    if (present.length !== of.length || present.some((each, place) => each !== of[place])) {
      skills = new Set(present.flatMap((each) => [...each.skills.keys(), ...each.aliases.keys()]));
      of = present;
    }
    return skills;
  };
}

/** Of a partner and a question only the latest version is kept: whoever asks again asks for that. */
interface Kept<T> {
  readonly version: string;
  readonly value: T;
}

/**
 * Loads and evaluates partners once per version of their evidence. The version is read before the facts: a
 * fact that arrives in between makes the next question load again, and is never missed.
 * @param evaluated is told how many seconds each evaluation took
 */
export function partnerAnswers(
  database: Database,
  programmes: ReadonlyMap<string, Programme>,
  evaluated: (seconds: number) => void = () => {},
): PartnerAnswers {
  const load = partnerLoader(database);
  const loaded = recentlyUsed<Kept<LoadedPartner>>(MOST_RECORDS, ({ value }) => weightOf(value));
  const loading = new Map<string, Promise<LoadedPartner>>();
  const answers = recentlyUsed<Kept<PartnerAnswer>>(MOST_ANSWER_RECORDS, ({ value }) => weightOf(value));

  const knownSkills = skillsOfAll(programmes);
  const versions = refreshed(
    async (partner) => String(await evidenceVersion(database, partner as PartnerId)),
    FRESHNESS,
    () => performance.now(),
  );
  const version = (partnerId: PartnerId) => versions.get(partnerId);

  /** Two readers who come at once share one loading. */
  async function loadOnce(partnerId: PartnerId, now: string): Promise<LoadedPartner> {
    const known = loaded.get(partnerId);
    if (known?.version === now) return known.value;
    const key = `${partnerId} ${now}`;
    let running = loading.get(key);
    if (running === undefined) {
      running = load(partnerId).finally(() => loading.delete(key));
      loading.set(key, running);
    }
    const partner = await running;
    loaded.set(partnerId, { version: now, value: partner });
    return partner;
  }

  async function of(partnerId: PartnerId, programme: Programme, asOf: AsOf): Promise<PartnerAnswer> {
    const now = await version(partnerId);
    const key = `${partnerId} ${programme.id} ${programme.version} ${asOf.validAt} ${asOf.knownAt ?? ''}`;
    const known = answers.get(key);
    if (known?.version === now) return known.value;
    const current = await loadOnce(partnerId, now);
    const { knownAt } = asOf;
    const partner = knownAt === null ? current : await asKnown(database, current, knownAt);
    // While it was being loaded somebody else may have made the answer.
    const before = answers.get(key) ?? null;
    if (before?.version === now) return before.value;
    const began = performance.now();
    const answer = partnerAnswer(partner, programme, asOf, knownSkills(), before?.value.remembered());
    evaluated((performance.now() - began) / 1000);
    answers.set(key, { version: now, value: answer });
    return answer;
  }

  const preparing = new Set<string>();

  async function prepareAll(
    partnerId: PartnerId,
    programme: Programme,
    times: readonly AsOf[],
  ): Promise<void> {
    const before = await version(partnerId);
    for (const asOf of times) {
      await pause(PREPARED_AFTER_MS, undefined, { ref: false });
      // While facts arrive nothing is prepared: it would be made in vain, and keep the next fact waiting.
      if ((await version(partnerId)) !== before) return;
      (await of(partnerId, programme, asOf)).reportRows(false);
    }
  }

  return {
    version,
    forgetVersions: () => versions.forgetAll(),
    of,
    prepare(partnerId, programme, times) {
      const key = `${partnerId} ${programme.id}`;
      if (preparing.has(key)) return;
      preparing.add(key);
      // What could not be prepared is made when it is asked for, and says then what is wrong.
      prepareAll(partnerId, programme, times)
        .catch(() => {})
        .finally(() => preparing.delete(key));
    },
  };
}
