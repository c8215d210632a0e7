/**
 * A change of the rules tried out on companies before it is made: which levels each gains or loses by it, and on which
 * days. Both versions are asked about every day on which an answer may change, by what is known; figures are held at
 * their value of the first day.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { evidenceOf } from '../evidence/evidence-facts.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { InvalidFacts } from '../facts/facts-problem.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { CompanyEra } from '../membership/renewal-window.ts';
import { FollowedPeople } from '../projection/followed-people.ts';
import { heldOn, type LevelSpans, levelKey, SpanBook } from '../projection/level-history.ts';
import { levelSteps, standing } from '../projection/project-levels.ts';
import { RuleEras } from '../projection/rule-eras.ts';
import type { Day } from '../time/day.ts';
import { type CatalogueDifference, catalogueDifference } from './catalogue-difference.ts';
import { ConcernedParts, type EraRules } from './concerned-parts.ts';
import { type HeldDifference, heldDifferences } from './held-differences.ts';
import { keptUntil, type MembershipOfCompany } from './kept-by-membership.ts';
import {
  dependentTogether,
  measuresThePast,
  type RehearsalScope,
  rehearsalScope,
} from './rehearsal-scope.ts';
import { saysTheSame } from './rule-differences.ts';

export interface RehearsalQuestion {
  readonly before: Programme;
  readonly after: Programme;
  /** First and last day that is looked at. */
  readonly first: Day;
  readonly last: Day;
}

export interface RehearsedChange extends HeldDifference {
  readonly competency: string;
  readonly level: string;
  /** Of what is lost: the anniversary until which a membership holds it all the same; `null` when none does. */
  readonly keptUntil: Day | null;
}

/** One version of the rules about competencies that depend on each other, or on none. */
interface Side {
  readonly programme: Programme;
  readonly eras: RuleEras;
  readonly compiled: CompiledProgramme;
}

interface Part {
  readonly before: Side;
  readonly after: Side;
}

function sideOf(programme: Programme, ids: ReadonlySet<string>, { first, last }: RehearsalQuestion): Side {
  const own = programme.competencies.filter(({ id }) => ids.has(id));
  const part = own.length === programme.competencies.length ? programme : { ...programme, competencies: own };
  const eras = new RuleEras(part, first, last);
  return { programme: part, eras, compiled: eras.on(first) };
}

/** Whether facts that were read for the one are those that are read for the other. */
function readAlike(left: Side, right: Side): boolean {
  const read = ({ programme, compiled }: Side) => [
    [...compiled.skillNumbers],
    [...compiled.metricNumbers],
    compiled.window,
    compiled.metricsFrom,
    programme.fiscalYearStart,
    programme.recognisedSources,
    programme.minGrade,
    programme.pmcWindowMonths,
    programme.defaultTrack,
    programme.id,
  ];
  // What growth is measured by is remembered with the facts.
  if (measuresThePast(left.programme) || measuresThePast(right.programme)) return false;
  return saysTheSame(read(left), read(right));
}

/** Answers for one company after the other. */
export class Rehearsal {
  readonly difference: CatalogueDifference;
  readonly scope: RehearsalScope;
  /** Ids under which records of the skills in question are kept; `null`: each company may be concerned. */
  readonly names: ReadonlySet<string> | null;
  private readonly question: RehearsalQuestion;
  private readonly before: Side;
  private readonly after: Side;
  private readonly sameReading: boolean;
  private readonly places: ReadonlyMap<string, number>;
  private readonly parts: readonly ReadonlySet<string>[];
  /** Made ready when a company is concerned by them for the first time. */
  private readonly ready: Part[] = [];
  private readonly concerned: ConcernedParts;
  private readonly facts = new FactsTable();
  private readonly otherFacts = new FactsTable();
  private readonly reader = new FactsReader();

  constructor(question: RehearsalQuestion) {
    const { before, after, first, last } = question;
    this.question = question;
    this.difference = catalogueDifference(before, after);
    this.scope = rehearsalScope(before, after, this.difference, first, last);
    const { skills, competencies } = this.scope;
    const aliases = [...before.aliases].flatMap(([alias, skill]) => (skills?.has(skill) ? [alias] : []));
    this.names = skills && new Set([...skills, ...aliases]);
    this.before = sideOf(before, competencies, question);
    this.after = sideOf(after, competencies, question);
    this.sameReading = readAlike(this.before, this.after);
    this.parts = dependentTogether([before, after], competencies);
    const erasOf = ({ eras, compiled }: Side): EraRules => [
      compiled,
      ...eras.days.map((day) => eras.on(day)),
    ];
    const versions = [erasOf(this.before), erasOf(this.after)] as const;
    this.concerned = new ConcernedParts(this.scope, this.parts, versions, question);
    const keys = [after, before].flatMap((version) =>
      version.competencies.flatMap(({ id }) =>
        version.levels.map((level) => levelKey({ competency: id, level: level.id })),
      ),
    );
    this.places = new Map([...new Set(keys)].map((key, place) => [key, place]));
  }

  /**
   * What changes for the company, in the order of days, then of competencies and levels.
   * @param origin where the company comes from; decides the window in which its membership is renewed
   */
  of(document: FactsDocument, origin?: CompanyEra['origin']): readonly RehearsedChange[] | InvalidFacts {
    if (!this.mayConcern(document)) return [];
    const { facts, reader } = this;
    const otherFacts = this.sameReading ? facts : this.otherFacts;
    const invalid =
      readFacts(document, this.before.compiled, null, facts, reader) ??
      (this.sameReading ? null : readFacts(document, this.after.compiled, null, otherFacts, reader));
    if (invalid !== null) return invalid;
    const [before, after] = [
      { facts, compiled: this.before.compiled },
      { facts: otherFacts, compiled: this.after.compiled },
    ];
    const changes = this.concerned
      .of(before, after)
      .flatMap((part) => this.changesIn(this.part(part), facts, otherFacts, { facts: document, origin }));
    facts.release();
    this.otherFacts.release();
    return changes.sort((left, right) => left.on - right.on || this.placeOf(left) - this.placeOf(right));
  }

  private part(number: number): Part {
    const { question, parts } = this;
    this.ready[number] ??= {
      before: sideOf(question.before, parts[number]!, question),
      after: sideOf(question.after, parts[number]!, question),
    };
    return this.ready[number];
  }

  private changesIn(
    { before, after }: Part,
    facts: FactsTable,
    otherFacts: FactsTable,
    company: MembershipOfCompany,
  ): readonly RehearsedChange[] {
    const old = this.heldBy(before, facts);
    const differences = heldDifferences(old, this.heldBy(after, otherFacts), this.question.first);
    return [...differences].flatMap(([key, found]) => {
      const [competency, level] = key.split('/') as [string, string];
      return found.map((each): RehearsedChange => {
        const kept =
          each.kind === 'gained'
            ? null
            : keptUntil(this.question.before, company, level, each.on, old.get(key) ?? []);
        return { ...each, competency, level, keptUntil: kept };
      });
    });
  }

  private placeOf(level: Pick<RehearsedChange, 'competency' | 'level'>): number {
    return this.places.get(levelKey(level)) ?? this.places.size;
  }

  private mayConcern(document: FactsDocument): boolean {
    const { names, scope } = this;
    if (scope.competencies.size === 0) return false;
    if (names === null) return true;
    const evidence = evidenceOf(document);
    if (evidence !== undefined) {
      return evidence.words.byCode().some((word) => word != null && names.has(word));
    }
    return (document.people ?? []).some(({ records = [] }) => records.some(({ skill }) => names.has(skill)));
  }

  private heldBy({ eras }: Side, facts: FactsTable): LevelSpans {
    const { first, last } = this.question;
    const people = new FollowedPeople(facts, eras.on(first));
    const today = standing(facts, people);
    const book = new SpanBook();
    book.note(first, heldOn(facts, today), () => []);
    for (const { day, after } of levelSteps(facts, eras, last, people, today)) {
      book.note(day, heldOn(facts, after), () => []);
    }
    return book.close();
  }
}
