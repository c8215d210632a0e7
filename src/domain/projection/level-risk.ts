/**
 * What a partner may lose until a day, by what is already known: per level met, the first day on which no option of
 * it is met any more and why, how many departures it survives today, and whose leaving alone loses it.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import { isForPartner } from '../evaluation/applicable-options.ts';
import { dependsOnMore } from '../evaluation/depends-on-more.ts';
import type { AsOf } from '../evaluation/evaluate.ts';
import type { Outcome, Warning } from '../evaluation/evaluation-result.ts';
import { COUNTS, judgePerson, peopleOfIndividual } from '../evaluation/judge-record.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { CoupledDepartures } from '../robustness/coupled-departures.ts';
import { levelDepartures } from '../robustness/level-departures.ts';
import { peopleAlike } from '../robustness/people-types.ts';
import { type Day, formatDay, parseDay } from '../time/day.ts';
import { parseKnownBound } from '../time/instant.ts';
import { FollowedPeople } from './followed-people.ts';
import type { LossCause } from './loss-causes.ts';
import { metLevels, projectLevels, type Standing, standing } from './project-levels.ts';
import { RuleEras } from './rule-eras.ts';

export interface RiskQuestion extends AsOf {
  /** `YYYY-MM-DD`, not before `validAt`. */
  readonly until: string;
}

export interface LevelRisk {
  readonly competency: string;
  readonly level: string;
  /** Only levels that are met are at risk. */
  readonly outcome: Extract<Outcome, 'met'>;
  /** First day up to the end of the question on which the level is not met by any option. */
  readonly firstLossDate: string | null;
  /** Everything of that day that took something away from the level; `null` when it is not lost. */
  readonly cause: readonly LossCause[] | null;
  /**
   * The largest k such that any k people may leave today; `null` when it is kept whoever leaves. With a warning
   * `departures-undecided` for the level it is the largest that is proved, and who is critical is not known.
   */
  readonly departuresSurvived: number | null;
  /** Ids of the people whose leaving alone loses the level. */
  readonly criticalPeople: readonly string[];
}

export interface PartnerRisk {
  readonly partner: string;
  readonly asOf: string;
  readonly until: string;
  readonly levels: readonly LevelRisk[];
  /** What a search was given up for; absent when everything is proved, as it nearly always is. */
  readonly warnings?: readonly Warning[];
}

/** First day on which a competency is no longer attained as high as on the day of the question. */
export interface AttainedEnd {
  readonly competency: string;
  readonly level: string;
  readonly on: string;
  readonly cause: readonly LossCause[];
}

export interface ProjectedRisk {
  readonly kind: 'projected';
  readonly risk: PartnerRisk;
  /** Of attained levels, which an exemption may hold or a higher level replace. */
  readonly ends: readonly AttainedEnd[];
}

export interface InvalidRiskQuestion {
  readonly kind: 'invalid-question';
  readonly field: 'validAt' | 'knownAt' | 'until';
  readonly problem: 'impossible-date' | 'before-as-of';
  readonly value: string;
}

/** Answers one question for one partner after the other. */
export class RiskProjector {
  private readonly question: RiskQuestion;
  private readonly eras: RuleEras;
  private readonly until: Day;
  private readonly known: number | null;
  private readonly facts = new FactsTable();
  private readonly reader = new FactsReader();

  constructor(programme: Programme, question: RiskQuestion, day: Day, until: Day, known: number | null) {
    this.question = question;
    this.eras = new RuleEras(programme, day, until);
    this.until = until;
    this.known = known;
  }

  project(document: FactsDocument): ProjectedRisk | InvalidFacts {
    const { facts, eras } = this;
    const answer =
      readFacts(document, eras.on(eras.first), this.known, facts, this.reader) ?? this.projected();
    facts.release();
    return answer;
  }

  private projected(): ProjectedRisk {
    const { facts, question, eras } = this;
    const people = new FollowedPeople(facts, eras.on(eras.first));
    const today = standing(facts, people);
    const departures = this.departures(today, people);
    // From here on the people are those of later days.
    const { notMet, ends, proved } = projectLevels(facts, eras, this.until, people, today);
    const levels = departures.map(({ competency, level, survived, critical }): LevelRisk => {
      const loss = notMet.find((other) => other.competency === competency && other.level === level);
      return {
        competency,
        level,
        outcome: 'met',
        firstLossDate: loss === undefined ? null : formatDay(loss.on),
        cause: loss?.causes ?? null,
        departuresSurvived: survived,
        criticalPeople: critical.flatMap((individual) => this.employedIds(individual)).sort(),
      };
    });
    const warnings: readonly Warning[] = [
      ...(proved ? [] : [{ code: 'sharing-limits-undecided' } as const]),
      ...departures
        .filter((level) => !level.proved)
        .map(({ competency, level }): Warning => ({ code: 'departures-undecided', competency, level })),
    ];
    const risk = { partner: facts.partner, asOf: question.validAt, until: question.until, levels };
    return {
      kind: 'projected',
      risk: warnings.length === 0 ? risk : { ...risk, warnings },
      ends: ends.map(({ competency, level, on, causes }) => ({
        competency,
        level,
        on: formatDay(on),
        cause: causes,
      })),
    };
  }

  private departures(today: Standing, people: FollowedPeople) {
    const { facts } = this;
    const alike = peopleAlike(people.predicatesOf);
    const coupled = dependsOnMore(people.compiled) ? new CoupledDepartures(facts, people, alike) : null;
    return metLevels(today).map(({ competency, level }) => {
      const options = today.compiled.options.filter(
        (option) => option.competency === competency && option.level === level && isForPartner(option, facts),
      );
      const departures = coupled?.of(options) ?? levelDepartures(options, { facts, people }, alike);
      return { competency, level, ...departures };
    });
  }

  /** An individual with several users leaves with all of them: all that are employed are named. */
  private employedIds(individual: number): readonly string[] {
    const { facts } = this;
    const employed = peopleOfIndividual(facts, individual).filter(
      (person) => judgePerson(facts, this.eras.first, person) === COUNTS,
    );
    return employed.map((person) => facts.people[person]!.id);
  }
}

export function createRiskProjector(
  programme: Programme,
  question: RiskQuestion,
): RiskProjector | InvalidRiskQuestion {
  const { validAt, knownAt, until } = question;
  const impossible = (field: InvalidRiskQuestion['field'], value: string) =>
    ({ kind: 'invalid-question', field, problem: 'impossible-date', value }) as const;
  const day = parseDay(validAt);
  if (day === null) return impossible('validAt', validAt);
  const known = knownAt === null ? null : parseKnownBound(knownAt);
  if (knownAt !== null && known === null) return impossible('knownAt', knownAt);
  const end = parseDay(until);
  if (end === null) return impossible('until', until);
  if (end < day) return { kind: 'invalid-question', field: 'until', problem: 'before-as-of', value: until };
  return new RiskProjector(programme, question, day, end, known);
}

export function levelRisk(
  facts: FactsDocument,
  programme: Programme,
  question: RiskQuestion,
): ProjectedRisk | InvalidFacts | InvalidRiskQuestion {
  const projector = createRiskProjector(programme, question);
  return projector instanceof RiskProjector ? projector.project(facts) : projector;
}
