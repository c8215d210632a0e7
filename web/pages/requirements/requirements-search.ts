import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import { matches, normalise, readingsOf } from '../../components/search/search-text.ts';

type CompetencyRules = ProgrammeView['competencies'][number];

function skillsNamed(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) skillsNamed(item, into);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (name === 'skill' && typeof item === 'string') into.add(item);
      else skillsNamed(item, into);
    }
  }
}

function haystack(competency: CompetencyRules, programme: ProgrammeView): string {
  const skills = new Set<string>();
  skillsNamed(competency.options, skills);
  const titles = [...skills].flatMap((id) => {
    const skill = programme.skills[id];
    return skill === undefined ? [id] : [skill.title, skill.code, id];
  });
  const names = competency.options.flatMap(({ name }) => (name === null ? [] : [name.fr, name.en]));
  const levels = 'option silver gold';
  return normalise([competency.name.fr, competency.name.en, levels, ...names, ...titles].join(' '));
}

/** Competencies whose names, options or skills contain the words; all of them without words. */
export function competenciesMatching(programme: ProgrammeView, text: string): CompetencyRules[] {
  const readings = readingsOf(text);
  if (readings[0] === '') return programme.competencies;
  return programme.competencies.filter((one) => matches(haystack(one, programme), readings));
}
