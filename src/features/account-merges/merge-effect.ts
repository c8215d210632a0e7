import type { CompanyEffect, RowChange } from '../../contract/account-merges.ts';
import type { SkillsReportRow } from '../../contract/skills-report.ts';
import type { FactsPerson } from '../../domain/facts/facts-document.ts';
import { today } from '../shared/as-of.ts';
import { type PartnerAnswer, partnerAnswer } from '../shared/partner-answer.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import type { PeopleAfter } from './merge-trial.ts';

type Levels = CompanyEffect['levels'];
type People = CompanyEffect['people'];

/** The answer as it would be with these people told otherwise. */
function answerWith(answer: PartnerAnswer, people: ReadonlyMap<string, FactsPerson>): PartnerAnswer {
  const { partner, directory, evidenceVersion, programme, asOf } = answer;
  const facts = {
    ...answer.facts,
    people: (answer.facts.people ?? []).map((person) => people.get(person.id) ?? person),
  };
  return partnerAnswer({ partner, directory, evidenceVersion, facts }, programme, asOf);
}

function levelsChanged(before: PartnerAnswer, after: PartnerAnswer): Levels {
  const held = ({ evaluation }: PartnerAnswer) =>
    new Map(evaluation.attained.map(({ competency, level }) => [competency, level]));
  const [was, will] = [held(before), held(after)];
  return before.programme.competencies.flatMap(({ id: competency, name }) => {
    const levels = { before: was.get(competency) ?? null, after: will.get(competency) ?? null };
    return levels.before === levels.after
      ? []
      : { programme: before.programme.id, competency, name, ...levels };
  });
}

function changeOf(before: SkillsReportRow | undefined, after: SkillsReportRow | undefined): RowChange | null {
  if (before === undefined) return after?.countsNow === true ? 'counts' : 'appears';
  if (after === undefined) return before.countsNow ? 'stops' : 'disappears';
  if (before.countsNow !== after.countsNow) return after.countsNow ? 'counts' : 'stops';
  return JSON.stringify(before) === JSON.stringify(after) ? null : 'changes';
}

/** Rows of the people concerned, by person and skill. */
function rowsOf(answer: PartnerAnswer, users: ReadonlySet<string>): ReadonlyMap<string, SkillsReportRow> {
  const rows = answer.reportRows(false).filter(({ userId }) => users.has(userId));
  return new Map(rows.map((row) => [`${row.userId} ${row.skillId}`, row]));
}

/** What the reports of the programmes say differently about the people, each skill of a person once. */
class PeopleChanges {
  private readonly users: ReadonlySet<string>;
  private readonly people = new Map<
    string,
    { name: string; rows: Map<string, People[number]['rows'][number]> }
  >();

  constructor(users: ReadonlySet<string>) {
    this.users = users;
  }

  compare(before: PartnerAnswer, after: PartnerAnswer): void {
    const [was, will] = [rowsOf(before, this.users), rowsOf(after, this.users)];
    for (const key of new Set([...was.keys(), ...will.keys()])) {
      const change = changeOf(was.get(key), will.get(key));
      if (change === null) continue;
      const { userId, firstName, lastName, skillId, skillTitle } = (was.get(key) ?? will.get(key))!;
      const person = this.people.get(userId) ?? { name: `${firstName} ${lastName}`.trim(), rows: new Map() };
      this.people.set(userId, person);
      // What begins or stops to count in one programme says more than what another one makes of it.
      const known = person.rows.get(skillId)?.change;
      if (known !== 'counts' && known !== 'stops') person.rows.set(skillId, { skillId, skillTitle, change });
    }
  }

  all(): People {
    return [...this.people]
      .map(([userId, { name, rows }]) => ({
        userId,
        name,
        rows: [...rows.values()].sort((a, b) => (a.skillId < b.skillId ? -1 : 1)),
      }))
      .sort((a, b) => a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1));
  }
}

async function companyEffect(services: Services, { partnerId, people }: PeopleAfter): Promise<CompanyEffect> {
  const asOf = { validAt: today(services.now()), knownAt: null };
  const answers = await answersOfEach(services, partnerId, asOf);
  const byId = new Map(people.map((person) => [person.id, person]));
  const changes = new PeopleChanges(new Set(byId.keys()));
  const levels: Levels = [];
  for (const answer of answers) {
    const after = answerWith(answer, byId);
    changes.compare(answer, after);
    levels.push(...levelsChanged(answer, after));
  }
  return { partnerId, partnerName: answers[0].partner.name, people: changes.all(), levels };
}

/** What the skills report and the levels of each company would show differently today. */
export async function mergeEffect(
  services: Services,
  after: readonly PeopleAfter[],
): Promise<{ companies: CompanyEffect[] }> {
  const companies: CompanyEffect[] = [];
  for (const company of after) companies.push(await companyEffect(services, company));
  return { companies };
}
