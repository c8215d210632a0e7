/** What would keep a level at the least cost, in one line; people are named where the reader may read names. */
import { formatMessage } from './format-message.ts';
import type { NoticedLevel, NoticedRepair } from './notice-content.ts';
import { NOTICE_LINES } from './notice-texts.ts';
import type { NoticeReader } from './notice-words.ts';

/** A piece of an id helps nobody to do something. */
function nameOf({ person }: NoticeReader, userId: string | undefined): string {
  const found = userId === undefined ? null : person(userId);
  return found === null || found.firstName === null ? 'none' : found.label;
}

/**
 * Everything that takes the level away is the end of the PMC window: whoever is left associates again, with as many
 * accounts as he or she has, and nothing is lost.
 */
function associateAgain(
  reader: NoticeReader,
  { causes }: NoticedLevel,
): Readonly<Record<string, string | number>> | null {
  if (causes.length === 0 || causes.some(({ kind }) => kind !== 'pmc-window-over')) return null;
  const people = causes.reduce((sum, { peopleCount }) => sum + peopleCount, 0);
  return { act: 'again', people, who: nameOf(reader, causes[0]!.people[0]) };
}

function valuesOf(
  reader: NoticeReader,
  programmeId: string,
  { causes }: NoticedLevel,
  { action, peopleMissing }: NoticedRepair,
): Readonly<Record<string, string | number>> {
  const { locale, programmes } = reader;
  const programme = programmes.get(programmeId);
  switch (action?.kind) {
    case 'obtain': {
      const skill = programme?.skills.get(action.skill);
      const [first] = action.people;
      const who = nameOf(reader, first);
      const ending = causes.flatMap(({ records }) => records);
      const renews = ending.some(({ person, skill: held }) => person === first && held === action.skill);
      const title = skill?.title ?? action.skill;
      return {
        act: renews ? 'renew' : 'obtain',
        who,
        what: skill?.kind === 'exam' ? `${skill.code} ${title}` : title,
        others: who === 'none' ? 0 : action.count - 1,
      };
    }
    case 'associate':
      return { act: 'associate', who: nameOf(reader, action.person) };
    case 'raise-metric': {
      const metric = programme?.metrics.get(action.metric);
      const by = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale).format(action.by);
      return {
        act: 'metric',
        by: metric === undefined ? by : `${by} ${metric.unit[locale]}`,
        what: metric?.name[locale] ?? action.metric,
      };
    }
    case 'have-asset':
      return { act: 'asset', what: programme?.assets.get(action.asset)?.name[locale] ?? action.asset };
    default:
      return { act: peopleMissing > 0 ? 'people' : 'none', people: peopleMissing };
  }
}

/** Empty for levels of which no repair was sought. */
export function repairLine(reader: NoticeReader, programme: string, level: NoticedLevel): readonly string[] {
  const { repair } = level;
  if (repair === undefined) return [];
  const again = repair.action?.kind === 'associate' ? null : associateAgain(reader, level);
  const values = again ?? valuesOf(reader, programme, level, repair);
  return [formatMessage(NOTICE_LINES[reader.locale].repair, reader.locale, values)];
}
