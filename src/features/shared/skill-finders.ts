import { skillFinder } from '../../catalogue/find-skill.ts';
import type { SkillFinder } from '../../sources/skill-record-candidate.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { Services } from './services.ts';

const finders = new Map<string, SkillFinder>();

/** Skills of the company's programmes, and those of the default one, which knows the longest history. */
export async function finderFor(
  { programmesOf, programme: byDefault }: Services,
  partnerId: PartnerId,
): Promise<SkillFinder> {
  const own = (await programmesOf(partnerId)).map(({ programme }) => programme);
  const programmes = [...new Set([byDefault, ...own])];
  const key = programmes.map(({ id, version }) => `${id} ${version}`).join(' ');
  let finder = finders.get(key);
  if (finder === undefined) {
    finder = skillFinder({
      skills: new Map(programmes.toReversed().flatMap(({ skills }) => [...skills])),
      aliases: new Map(programmes.toReversed().flatMap(({ aliases }) => [...aliases])),
    });
    finders.set(key, finder);
  }
  return finder;
}
