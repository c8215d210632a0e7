import type { PersonRef } from '../../contract/explanation.ts';
import { completions } from '../../domain/data-sets/completions.ts';
import { searchKey } from '../../domain/text/search-key.ts';
import { formatDay, monthOf, parseDay } from '../../domain/time/day.ts';
import type { CountedTraining } from '../../domain/training/training-figures.ts';
import { trainingKind } from '../../domain/training/training-kinds.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef } from '../shared/person-refs.ts';

/** One completion that the dashboard counts. */
export interface ToldTraining extends CountedTraining {
  readonly id: string;
  readonly skillId: string;
  readonly title: string;
  readonly completedOn: string;
}

function madeFrom(answer: PartnerAnswer): readonly ToldTraining[] {
  const { facts, verdicts, programme, directory, asOf } = answer;
  const day = parseDay(asOf.validAt)!;
  return completions(facts.people ?? [], verdicts, programme, day).flatMap(
    ({ person, record, verdict }): ToldTraining[] => {
      const kind = trainingKind(verdict);
      if (kind === null || !directory.has(person.id)) return [];
      const { skillId, skill, achievedOn } = verdict;
      return [
        {
          id: record.id,
          person: person.id,
          kind,
          month: monthOf(achievedOn),
          skillId,
          title: skill?.title ?? skillId.slice(skillId.indexOf(':') + 1),
          completedOn: formatDay(achievedOn),
        },
      ];
    },
  );
}

const known = new WeakMap<PartnerAnswer, readonly ToldTraining[]>();

/** The certifications, exams and assessments of the data set of completions, the oldest first; made once per answer. */
export function toldTrainings(answer: PartnerAnswer): readonly ToldTraining[] {
  const found = known.get(answer) ?? madeFrom(answer);
  known.set(answer, found);
  return found;
}

/** People as the reader may see them; also what is searched and sorted by, so that neither tells what is not shown. */
export interface SeenPeople {
  of(person: string): PersonRef;
  /** By which a person stands in a list. */
  sortName(person: string): string;
  searchText(person: string): string;
}

export function seenPeople({ directory }: PartnerAnswer, mayNames: boolean): SeenPeople {
  const refs = new Map<string, PersonRef>();
  const of = (person: string) => {
    const ref = refs.get(person) ?? personRef(directory, person, mayNames);
    refs.set(person, ref);
    return ref;
  };
  return {
    of,
    sortName(person) {
      const { firstName, lastName, label } = of(person);
      return lastName === null ? label : `${lastName} ${firstName}`;
    },
    searchText(person) {
      const { label, lastName, email } = of(person);
      return searchKey(`${label} ${lastName ?? ''} ${email ?? ''}`);
    },
  };
}
