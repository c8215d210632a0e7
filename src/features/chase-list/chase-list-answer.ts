import {
  associatedAgain,
  type LeftInPmc,
  neverAssociatedAgain,
  peopleLeftInPmc,
  pmcWindowEnd,
} from '../../domain/chase-list/pmc-associations.ts';
import type { EvaluationResult } from '../../domain/evaluation/evaluation-result.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { evaluateFacts, explainFacts, projectFacts } from '../shared/evaluate-facts.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

export interface LevelOfCompetency {
  readonly competency: string;
  readonly level: string;
}

export interface ChasedPerson {
  readonly left: LeftInPmc;
  /** Relevant skills on these accounts that are valid on the day. */
  readonly skills: readonly string[];
  /** Those that stop counting if the person does not act. */
  readonly skillsLost: readonly string[];
  /** Levels lost if this person alone does not act. */
  readonly levelsLost: readonly LevelOfCompetency[];
}

export interface ChaseAnswer {
  /** First day on which associations made in PMC no longer count; `null` while the company is in PMC. */
  readonly windowEndsOn: string | null;
  readonly people: readonly ChasedPerson[];
  /** Levels lost if nobody acts. */
  readonly levelsLost: readonly LevelOfCompetency[];
}

function keyOf({ competency, level }: LevelOfCompetency): string {
  return `${competency}/${level}`;
}

function metLevels({ competencies }: EvaluationResult): readonly LevelOfCompetency[] {
  const met = competencies.filter(({ outcome }) => outcome === 'met');
  return [...new Map(met.map((one) => [keyOf(one), one])).values()];
}

/** Counts, or would if its holder were not used elsewhere. */
function isValid({ named, reason }: RecordVerdict): boolean {
  return named && (reason === null || reason.code === 'seat-taken');
}

/** Valid relevant skills of each person, of the accounts that `of` lets through. */
function validSkills(
  verdicts: readonly RecordVerdict[],
  of: (verdict: RecordVerdict) => boolean = () => true,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byPerson = new Map<string, Set<string>>();
  for (const verdict of verdicts) {
    if (!isValid(verdict) || !of(verdict)) continue;
    const own = byPerson.get(verdict.person) ?? new Set();
    byPerson.set(verdict.person, own.add(verdict.skillId));
  }
  return byPerson;
}

const NONE: ReadonlySet<string> = new Set();

/** What is asked about one partner on one day. */
class Chase {
  private readonly answer: PartnerAnswer;
  private readonly left: readonly LeftInPmc[];
  private readonly again: FactsDocument;
  private readonly windowEndsOn: string | null;
  /** The day on which not acting shows. */
  private readonly effectOn: string;

  constructor(answer: PartnerAnswer) {
    const { facts, programme, asOf } = answer;
    this.answer = answer;
    this.left = peopleLeftInPmc(facts, asOf.validAt);
    this.again = associatedAgain(facts, this.left);
    this.windowEndsOn = pmcWindowEnd(facts.partner, programme);
    const end = this.windowEndsOn ?? asOf.validAt;
    this.effectOn = end > asOf.validAt ? end : asOf.validAt;
  }

  /** Levels that need each of these people, with the others acting. */
  private levelsByPerson(holdsMore: ReadonlySet<string>): ReadonlyMap<string, LevelOfCompetency[]> {
    const { programme, asOf } = this.answer;
    const on = { ...asOf, validAt: this.effectOn };
    const { levels } = projectFacts(this.again, programme, { ...on, until: this.effectOn }).risk;
    const byPerson = new Map<string, LevelOfCompetency[]>();
    for (const left of this.left) {
      const { id } = left.person;
      let critical = levels.filter(({ criticalPeople }) => criticalPeople.includes(id));
      // Whoever keeps other accounts loses less than by leaving.
      if (critical.length > 0 && holdsMore.has(id)) {
        const others = this.left.filter((one) => one !== left);
        const alone = neverAssociatedAgain(associatedAgain(this.answer.facts, others), [left]);
        const without = evaluateFacts(alone, programme, on);
        const kept = new Set(metLevels(without).map(keyOf));
        critical = critical.filter((level) => !kept.has(keyOf(level)));
      }
      byPerson.set(
        id,
        critical.map(({ competency, level }) => ({ competency, level })),
      );
    }
    return byPerson;
  }

  chased(): ChaseAnswer {
    const { answer, left, windowEndsOn, effectOn } = this;
    const { programme, asOf } = answer;
    if (left.length === 0) return { windowEndsOn, people: [], levelsLost: [] };
    const later = { ...asOf, validAt: effectOn };
    const accounts = new Map(left.map(({ person, accounts: own }) => [person.id, own]));
    const concerned = ({ person, account }: RecordVerdict) =>
      account !== null && (accounts.get(person) ?? NONE).has(account);
    const today = explainFacts(this.again, programme, asOf, null);
    const acting = explainFacts(this.again, programme, later, null);
    const idle = explainFacts(neverAssociatedAgain(answer.facts, left), programme, later, null);
    const skills = validSkills(today.verdicts, concerned);
    const kept = validSkills(acting.verdicts);
    const without = validSkills(idle.verdicts);
    const levels = this.levelsByPerson(new Set(without.keys()));
    const metIdle = new Set(metLevels(idle.result).map(keyOf));
    return {
      windowEndsOn,
      people: left.map((one) => {
        const { id } = one.person;
        const lost = [...(kept.get(id) ?? NONE)].filter((skill) => !(without.get(id) ?? NONE).has(skill));
        return {
          left: one,
          skills: [...(skills.get(id) ?? NONE)].sort(),
          skillsLost: lost.sort(),
          levelsLost: levels.get(id) ?? [],
        };
      }),
      levelsLost: metLevels(acting.result)
        .filter((level) => !metIdle.has(keyOf(level)))
        .map(({ competency, level }) => ({ competency, level })),
    };
  }
}

const known = new WeakMap<PartnerAnswer, ChaseAnswer>();

/** Who is left in PMC and what that puts at stake; worked out once for each answer. */
export function chaseAnswer(answer: PartnerAnswer): ChaseAnswer {
  let chase = known.get(answer);
  if (chase === undefined) {
    chase = new Chase(answer).chased();
    known.set(answer, chase);
  }
  return chase;
}
