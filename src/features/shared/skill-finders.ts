import { type SkillFinder, skillFinder } from '../../catalogue/find-skill.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { Services } from './services.ts';

const finders = new Map<string, SkillFinder>();

/** Where several programmes know a skill, the first one's word is taken. */
function finderOf(programmes: readonly Programme[]): SkillFinder {
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

/** Skills of every programme of this installation. */
export function finderForAll({ programmes, programme: byDefault }: Services): SkillFinder {
  return finderOf([...new Set([byDefault, ...programmes.values()])]);
}

/** Skills of the company's programmes, and those of the default one, which knows the longest history. */
export async function finderFor(
  { programmesOf, programme: byDefault }: Services,
  partnerId: PartnerId,
): Promise<SkillFinder> {
  const own = (await programmesOf(partnerId)).map(({ programme }) => programme);
  return finderOf([...new Set([byDefault, ...own])]);
}
