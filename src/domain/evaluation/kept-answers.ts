/**
 * What is remembered of an explained evaluation, and which answers of it hold for later facts of the same partner as
 * they are: those about competencies that nothing of what is told anew touches.
 */
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import type { ScoreAssessment } from '../score/assess-score.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import type { RequirementNode } from './evaluation-result.ts';
import { type CompanyFacts, changeOfPeople, sameCompanyFacts } from './facts-change.ts';
import type { JudgedPeople } from './judged-people.ts';
import type { OutcomeNumber } from './outcomes.ts';
import { touchedCompetencies } from './touched-competencies.ts';

/** Everything by the places of the compiled options. */
export interface AnsweredOptions {
  readonly outcomes: readonly OutcomeNumber[];
  readonly shortfalls: readonly number[];
  readonly scores: readonly (ScoreAssessment | null)[];
  /** Empty in programmes without a qualification window. */
  readonly qualified: readonly (boolean | null)[];
  readonly trees: readonly (readonly RequirementNode[])[];
}

export interface RememberedEvaluation {
  readonly judged: JudgedPeople;
  readonly company: CompanyFacts;
  readonly answered: AnsweredOptions;
}

export interface KeptAnswers {
  readonly answered: AnsweredOptions;
  /** Places of the options whose answers hold. */
  readonly places: ReadonlySet<number>;
  /** Competencies of all others. */
  readonly anew: ReadonlySet<string>;
  /** 1 for the skills that these read. */
  readonly looked: Uint8Array;
}

function skillsRead(
  { options, skills, skillNumbers }: CompiledProgramme,
  anew: ReadonlySet<string>,
): Uint8Array {
  const read = new Uint8Array(skills.length);
  for (const { competency, requirement } of options) {
    if (!anew.has(competency)) continue;
    for (const skill of requirementWalk.skills(requirement)) read[skillNumbers.get(skill)!] = 1;
  }
  return read;
}

/** `null` where everything has to be answered. `judged` are the people of the later facts. */
export function keptAnswers(
  before: RememberedEvaluation | null,
  judged: JudgedPeople,
  company: CompanyFacts,
): KeptAnswers | null {
  if (before === null || judged.context === null || before.judged.context !== judged.context) return null;
  const { compiled } = judged;
  if (before.judged.compiled !== compiled || !sameCompanyFacts(before.company, company)) return null;
  const anew = touchedCompetencies(compiled.programme, changeOfPeople(before.judged.people, judged.people));
  const places = new Set<number>();
  compiled.options.forEach(({ competency }, place) => {
    if (!anew.has(competency)) places.add(place);
  });
  return { answered: before.answered, places, anew, looked: skillsRead(compiled, anew) };
}
