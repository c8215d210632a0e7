import type { LossCauseView } from '../../contract/risk.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { OptionResult } from '../../domain/evaluation/evaluation-result.ts';
import type { LossCause } from '../../domain/projection/loss-causes.ts';
import { namedOption } from './option-names.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import { personRef, recordRef } from './person-refs.ts';

/** As many people and records as a sentence names; the report has the others. */
const NAMED = 3;

const NOTHING = { people: [], peopleCount: 0, records: [], recordCount: 0, things: [] };

/** An option of another level or competency, by the names of both. */
function coupledThing(programme: Programme) {
  return ({ competency, level, option }: Pick<OptionResult, 'competency' | 'level' | 'option'>) => {
    const { name, optionName } = namedOption(programme, { competency, option });
    const of = programme.levels.find(({ id }) => id === level)!.name;
    const tail = (language: 'en' | 'fr') => (optionName === null ? '' : ` (${optionName[language]})`);
    return {
      id: `${competency}/${level}/${option ?? ''}`,
      name: { en: `${name.en} ${of.en}${tail('en')}`, fr: `${name.fr} ${of.fr}${tail('fr')}` },
    };
  };
}

function causeView(
  answer: PartnerAnswer,
  competency: string,
  cause: LossCause,
  mayNames: boolean,
): LossCauseView {
  const { programme, directory } = answer;
  switch (cause.kind) {
    case 'exemption-ended':
      return { ...NOTHING, kind: cause.kind };
    case 'asset-ended': {
      const things = cause.assets.map((id) => ({
        id,
        name: programme.assets.get(id)?.name ?? { en: id, fr: id },
      }));
      return { ...NOTHING, kind: cause.kind, things };
    }
    case 'rules-changed':
    case 'score-changed':
    case 'people-used-elsewhere': {
      const own = cause.options.map((option) => {
        const { name, optionName } = namedOption(programme, { competency, option });
        return { id: option, name: optionName ?? name };
      });
      const elsewhere = (cause.kind === 'rules-changed' && cause.elsewhere) || [];
      const things = own.length > 0 ? own : elsewhere.slice(0, NAMED).map(coupledThing(programme));
      return { ...NOTHING, kind: cause.kind, things };
    }
    case 'staff-grown': {
      const people = cause.people.slice(0, NAMED).map((person) => personRef(directory, person, mayNames));
      return { ...NOTHING, kind: cause.kind, people, peopleCount: cause.people.length };
    }
    default: {
      const records = answer.recordsById();
      return {
        kind: cause.kind,
        people: cause.people.slice(0, NAMED).map((person) => personRef(directory, person, mayNames)),
        peopleCount: cause.people.length,
        records: cause.records.slice(0, NAMED).map((id) => {
          const { person, record } = records.get(id)!;
          return recordRef(programme, person, record);
        }),
        recordCount: cause.records.length,
        things: [],
      };
    }
  }
}

/** Why a level of a competency is lost, for a reader with or without the right to names. */
export function lossCauseViews(
  answer: PartnerAnswer,
  competency: string,
  causes: readonly LossCause[],
  mayNames: boolean,
): LossCauseView[] {
  return causes.map((cause) => causeView(answer, competency, cause, mayNames));
}
