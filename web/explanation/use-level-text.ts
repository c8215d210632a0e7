import type { ProgrammeView } from '../../src/contract/catalogue.ts';
import { useLocalText, useText } from '../messages/use-text.ts';

/** A competency and one of its levels by their names. */
export function useLevelText(
  programme: ProgrammeView,
): (level: { readonly competency: string; readonly level: string }) => string {
  const t = useText();
  const local = useLocalText();
  return ({ competency, level }) => {
    const name = programme.competencies.find((one) => one.competency === competency)?.name;
    const levelName = programme.levels.find(({ id }) => id === level)?.name;
    return t('competency.attained.level', {
      competency: name === undefined ? competency : local(name),
      level: levelName === undefined ? level : local(levelName),
    });
  };
}
