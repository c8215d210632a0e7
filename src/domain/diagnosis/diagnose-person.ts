/**
 * Everything that can keep the skills of a person from counting is looked for at once. What each looks at is told even
 * where nothing is wrong with it, so that the reader sees what has been ruled out.
 */
import { formatInstant } from '../time/instant.ts';
import { type Pending, pendingOf, type SourceDelays, stillPending } from './expected-by.ts';
import type { CauseCode, Evidence, Finding } from './finding.ts';

/** An association with the company, as it stands or stood. Instants are milliseconds since 1970. */
export interface SituationAssociation {
  readonly provider: string;
  readonly accountId: string;
  readonly via: 'partner-center' | 'pmc';
  readonly from: number;
  readonly until: number | null;
  /** It ended here because it began at another company; known to the person alone. */
  readonly elsewhere: boolean;
  /** First day on which it may be associated anew; `null` when nobody asked. */
  readonly nextPossibleOn: string | null;
  /** The address by which the provider knows the account; `null` when it is not known. */
  readonly email: string | null;
}

/** A learning account that is held to be the person's, and that he or she has not associated here. */
export interface OtherAccount {
  readonly provider: string;
  readonly accountId: string;
  /** What both have in common: the address, the number of a certificate, that the person had it before, a transcript. */
  readonly by: 'e-mail' | 'certificate' | 'earlier' | 'transcript';
  /** The associated account beside which it was found. */
  readonly beside: string;
  /** Records on it; `null` where that is not to be told. */
  readonly records: number | null;
  /** One of them is, or may be, of the skill that is asked about. */
  readonly holdsSkill: boolean;
}

export interface JudgedSkillRecord {
  readonly recordId: string;
  readonly skill: string;
  readonly provider: string;
  readonly accountId: string | null;
  /** `YYYY-MM-DD` */
  readonly achievedOn: string;
  readonly counts: boolean;
  readonly reason: { readonly code: CauseCode; readonly params: Evidence } | null;
}

export interface PersonSituation {
  readonly status: 'active' | 'disabled' | 'left';
  readonly workEmail: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly employedFrom: string | null;
  readonly employedUntil: string | null;
  readonly disabledOn: string | null;
  /** Providers of which the programmes of the company recognise records. */
  readonly providers: readonly string[];
  readonly associations: readonly SituationAssociation[];
  /** First day on which associations made in PMC no longer count; `null` while that is not known. */
  readonly pmcEndsOn: string | null;
  readonly merges: readonly { readonly provider: string; readonly accountId: string; readonly at: number }[];
  readonly others: readonly OtherAccount[];
  /** Records that came with an address of the person and found no account. */
  readonly unmatched: readonly {
    readonly provider: string;
    readonly email: string;
    readonly records: number;
  }[];
  readonly records: readonly JudgedSkillRecord[];
  /** The skill that is missed; `null` when everything is looked at. */
  readonly skill: {
    readonly id: string;
    /** A programme of the company knows an option that names it. */
    readonly named: boolean;
    /** The day on which the person says it was achieved, `YYYY-MM-DD`, and its end. */
    readonly achievedOn: string | null;
    readonly achievedBy: number | null;
    readonly provider: string | null;
  } | null;
  readonly now: number;
  readonly delays: SourceDelays;
}

export interface PersonDiagnosis {
  readonly findings: readonly Finding[];
  /** What a source may not have told yet, the one that takes longest first. */
  readonly pending: readonly Pending[];
}

function found(cause: CauseCode, evidence: Evidence, record: string | null = null): Finding {
  return { cause, evidence, record };
}

/** A learning account is associated with the company now, by whichever way. */
export function isAssociated({ associations, now }: PersonSituation): boolean {
  return associations.some((each) => isOpen(each, now));
}

/** Of a skill that was achieved anew, what had come before says nothing, unless it counts still. */
function hasCome({ records, skill }: PersonSituation): boolean {
  const day = skill?.achievedOn ?? null;
  return records.some(
    (each) => each.skill === skill?.id && (each.counts || day === null || day <= each.achievedOn),
  );
}

function isOpen({ until }: SituationAssociation, now: number): boolean {
  return until === null || now < until;
}

function dayText(instant: number): string {
  return formatInstant(instant).slice(0, 10);
}

/** The user account itself: somebody who is not there cannot count. */
function ofUserAccount({
  status,
  today,
  employedFrom,
  employedUntil,
  disabledOn,
}: PersonSituation): Finding[] {
  if (status === 'left' || (employedUntil !== null && employedUntil <= today)) {
    return [found('person-left', { on: employedUntil })];
  }
  if (status === 'disabled') return [found('no-user-account', { on: disabledOn })];
  if (employedFrom !== null && today < employedFrom) {
    return [found('not-yet-employed', { on: employedFrom })];
  }
  return [];
}

/** One provider: whether an account of it is associated, and if not, what became of the one that was. */
function ofProvider(provider: string, situation: PersonSituation): Finding[] {
  const { associations, now, pmcEndsOn, today } = situation;
  const own = associations.filter((each) => each.provider === provider);
  const open = own.filter((each) => isOpen(each, now));
  if (open.some(({ via }) => via === 'partner-center')) return [];
  const pmc = open[0];
  if (pmc !== undefined) {
    const over = pmcEndsOn !== null && pmcEndsOn <= today;
    const cause = over ? 'pmc-window-over' : 'pmc-only';
    return [found(cause, { provider, account: pmc.accountId, on: pmcEndsOn })];
  }
  const last = own.toSorted((a, b) => (b.until ?? 0) - (a.until ?? 0))[0];
  if (last === undefined) return [found('not-associated', { provider, account: null })];
  const { accountId: account, until, elsewhere, nextPossibleOn } = last;
  const cause = elsewhere ? 'associated-elsewhere' : 'association-ended';
  return [found(cause, { provider, account, on: dayText(until!), nextPossibleOn })];
}

/** Another address than that of work is no mistake, and records that come with it may find nobody. */
function ofAddresses({ associations, workEmail, now, unmatched }: PersonSituation): Finding[] {
  const addresses = new Map(
    associations
      .filter((each) => isOpen(each, now) && each.email !== null)
      .filter(({ email }) => email!.toLowerCase() !== workEmail.toLowerCase())
      .map((each) => [`${each.provider} ${each.accountId}`, each]),
  );
  return [
    ...[...addresses.values()].map(({ provider, accountId, email }) =>
      found('different-email', { provider, account: accountId, email, workEmail }),
    ),
    ...unmatched.map(({ provider, email, records }) =>
      found('unmatched-records', { provider, email, records }),
    ),
  ];
}

type Happened = Omit<Pending, 'expectedBy'>;

function pendingThings({ associations, merges, skill, delays, now }: PersonSituation): Pending[] {
  const begun = associations.filter((each) => each.via === 'partner-center' && isOpen(each, now));
  const happened: Happened[] = [
    ...begun.map(
      ({ provider, from }): Happened => ({
        source: provider,
        event: 'new-association',
        since: from,
      }),
    ),
    ...merges.map(({ provider, at }): Happened => ({ source: provider, event: 'merge', since: at })),
  ];
  const source = skill?.provider ?? begun[0]?.provider;
  if (skill !== null && skill.achievedBy !== null && source !== undefined) {
    happened.push({ source, event: 'new-skill', since: skill.achievedBy });
  }
  return happened.map((each) => pendingOf(each, delays));
}

/** An association is only waited for while nothing has come by it. */
function awaited(situation: PersonSituation): readonly Pending[] {
  const { records, skill, now } = situation;
  const arrived = new Set(records.map(({ provider }) => provider));
  if (hasCome(situation)) return [];
  return stillPending(pendingThings(situation), now).filter(
    ({ event, source }) => event !== 'new-association' || skill !== null || !arrived.has(source),
  );
}

/** Reasons that are told of the account or the person as a whole, and not once more of each record. */
const TOLD_AS_A_WHOLE: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'person-left',
  'not-yet-employed',
  'not-associated',
  'association-ended',
  'associated-elsewhere',
  'pmc-window-over',
]);

/** Of what counts by another record nothing is missed, whatever became of this one. */
function isReplaced({ skill }: JudgedSkillRecord, records: readonly JudgedSkillRecord[]): boolean {
  return records.some((other) => other.skill === skill && other.counts);
}

function ofRecords({ records, skill }: PersonSituation, told: readonly Finding[]): Finding[] {
  const already = new Set(told.map(({ cause }) => cause).filter((cause) => TOLD_AS_A_WHOLE.has(cause)));
  // Of somebody whose account is disabled, records say that the person has left.
  if (told.some(({ cause }) => cause === 'no-user-account')) already.add('person-left');
  // And of an account that went elsewhere they say that its association has ended.
  if (already.has('associated-elsewhere')) already.add('association-ended');
  return records
    .filter((record) => skill === null || record.skill === skill.id)
    .filter((record) => !isReplaced(record, records))
    .flatMap(({ recordId, counts, reason, provider, accountId }) =>
      counts || reason === null || already.has(reason.code)
        ? []
        : [found(reason.code, { provider, account: accountId, ...reason.params }, recordId)],
    );
}

/** Nothing has come at all, or not the skill that is asked about, though an account is associated and time is over. */
function ofSilence(situation: PersonSituation, pending: readonly Pending[]): Finding[] {
  const { records, skill, associations, now } = situation;
  const provider = skill?.provider ?? null;
  const here = associations.some(
    (each) => isOpen(each, now) && (provider === null || each.provider === provider),
  );
  const missing = skill === null ? records.length === 0 : !hasCome(situation);
  if (!here || !missing || pending.length > 0 || skill?.named === false) return [];
  return [found('no-records', { skill: skill?.id ?? null, provider })];
}

/** Pure: the same situation always gives the same answer. */
export function diagnosePerson(situation: PersonSituation): PersonDiagnosis {
  const { skill, providers, others } = situation;
  const asked = skill?.provider == null ? providers : [skill.provider];
  const pending = awaited(situation);
  const held = skill !== null && situation.records.some((each) => each.skill === skill.id);
  const whole = [
    ...ofUserAccount(situation),
    ...asked.flatMap((provider) => ofProvider(provider, situation)),
  ];
  const findings = [
    ...whole,
    ...others
      .filter(({ holdsSkill }) => skill === null || holdsSkill)
      .map(({ provider, accountId, by, beside, records }) =>
        found('other-account', { provider, account: accountId, by, beside, records }),
      ),
    ...ofAddresses(situation),
    ...pending.map(({ source, event, since, expectedBy }) =>
      found('source-delay', {
        source,
        event,
        since: formatInstant(since),
        expectedBy: formatInstant(expectedBy),
      }),
    ),
    ...(skill !== null && !skill.named && !held ? [found('not-named', { skill: skill.id })] : []),
    ...ofRecords(situation, whole),
    ...ofSilence(situation, pending),
  ];
  return { findings, pending };
}
