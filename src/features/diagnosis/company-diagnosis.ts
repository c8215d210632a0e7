import { LEARNING_PROVIDERS } from '../../contract/associations.ts';
import type { CompanyDiagnosis } from '../../contract/diagnosis.ts';
import { pmcWindowEnd } from '../../domain/chase-list/pmc-associations.ts';
import { diagnoseCompany } from '../../domain/diagnosis/diagnose-company.ts';
import {
  diagnosePerson,
  type JudgedSkillRecord,
  type PersonSituation,
} from '../../domain/diagnosis/diagnose-person.ts';
import type { SourceDelays } from '../../domain/diagnosis/expected-by.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsPerson } from '../../domain/facts/facts-document.ts';
import { formatDay } from '../../domain/time/day.ts';
import { parseDayOrInstant, startOfDay } from '../../domain/time/instant.ts';
import { contactFor } from '../shared/contact-for.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { staffOf } from '../shared/staff.ts';

/** People named with each cause; a link leads to all of them. */
const NAMED = 20;

function verdictsOf({ verdicts }: PartnerAnswer): ReadonlyMap<string, readonly RecordVerdict[]> {
  const byPerson = new Map<string, RecordVerdict[]>();
  for (const verdict of verdicts) {
    const own = byPerson.get(verdict.person);
    if (own === undefined) byPerson.set(verdict.person, [verdict]);
    else own.push(verdict);
  }
  return byPerson;
}

function judged({
  record,
  skillId,
  provider,
  account,
  achievedOn,
  named,
  reason,
}: RecordVerdict): JudgedSkillRecord {
  return {
    recordId: record,
    skill: skillId,
    provider: provider ?? '',
    accountId: account,
    achievedOn: formatDay(achievedOn),
    counts: named && reason === null,
    reason: reason ?? (named ? null : { code: 'not-named', params: {} }),
  };
}

function instantOf(day: string): number {
  return startOfDay(parseDayOrInstant(day)!);
}

export interface CompanyKnowledge {
  readonly delays: SourceDelays;
  readonly unknownAddresses: CompanyDiagnosis['unknownAddresses'];
  /** By user. */
  readonly others: ReadonlyMap<string, PersonSituation['others']>;
  readonly unmatched: ReadonlyMap<string, PersonSituation['unmatched']>;
  readonly now: number;
}

/** The whole company at a glance: from what is loaded for every page, so that its size does not matter. */
export function companyDiagnosis(
  answer: PartnerAnswer,
  { delays, unknownAddresses, others, unmatched, now }: CompanyKnowledge,
): CompanyDiagnosis {
  const { partner, facts, programme, directory, asOf } = answer;
  const staff = staffOf(answer);
  const associated = new Set(staff.associated);
  const verdicts = verdictsOf(answer);
  const pmcEndsOn = pmcWindowEnd(facts.partner, programme);
  const recognised = LEARNING_PROVIDERS.filter((one) => programme.recognisedSources.includes(one));
  const diagnosisOf = (person: FactsPerson) => {
    const open = (person.associations ?? []).filter(({ partner: other }) => other == null);
    // One account is enough for a company to see somebody's skills: of which provider it is, the person's page says.
    const providers = recognised.filter((one) => open.some(({ provider }) => provider === one));
    return diagnosePerson({
      status: 'active',
      workEmail: directory.get(person.id)?.workEmail ?? '',
      today: asOf.validAt,
      employedFrom: null,
      employedUntil: null,
      disabledOn: null,
      providers: providers.length > 0 ? providers : recognised.slice(0, 1),
      associations: open.map(({ provider, accountId, via, from, until }) => ({
        provider: provider ?? '',
        accountId,
        via: via ?? 'partner-center',
        from: instantOf(from),
        until: until == null ? null : instantOf(until),
        elsewhere: false,
        nextPossibleOn: null,
        email: null,
      })),
      pmcEndsOn,
      merges: [],
      others: others.get(person.id) ?? [],
      unmatched: unmatched.get(person.id) ?? [],
      records: (verdicts.get(person.id) ?? []).map(judged),
      skill: null,
      now,
      delays,
    });
  };
  const people = staff.people.map((person) => ({
    userId: person.id,
    associated: associated.has(person),
    records: (verdicts.get(person.id) ?? []).length,
    diagnosis: diagnosisOf(person),
  }));
  const found = diagnoseCompany({ enrolled: partner.enrolled, origin: partner.origin, people });
  const nameOf = (userId: string) => {
    const entry = directory.get(userId);
    return { userId, displayName: entry === undefined ? '' : `${entry.firstName} ${entry.lastName}`.trim() };
  };
  return {
    cause: found.cause,
    enrolled: partner.enrolled,
    people: people.length,
    associated: staff.associated.length,
    withRecords: people.filter(({ records }) => records > 0).length,
    expectedBy: found.expectedBy === null ? null : new Date(found.expectedBy).toISOString(),
    causes: found.causes.map(({ cause, people: ids }) => ({
      cause,
      people: ids.length,
      some: ids.slice(0, NAMED).map(nameOf),
    })),
    unknownAddresses,
    contact: partner.enrolled ? null : contactFor([programme], 'membership', null),
  };
}
