import type { Locale } from '../common.ts';
import type { LossCauseView } from '../risk.ts';
import { FURTHER_PEOPLE, LOSS_CAUSE_TEXTS, type LossCauseText } from './loss-cause-texts.ts';

function isKnown(kind: string): kind is LossCauseText {
  return kind in LOSS_CAUSE_TEXTS.en;
}

/**
 * What takes a level away, in words: everything of the day, one after the other.
 * @param format fills an ICU message of the language
 */
export function lossCauseSentence(
  causes: readonly LossCauseView[],
  locale: Locale,
  format: (message: string, values: Readonly<Record<string, string | number>>) => string,
): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const who = ({ people, peopleCount }: LossCauseView) => {
    const further = peopleCount - people.length;
    const others = further > 0 ? [format(FURTHER_PEOPLE[locale], { count: further })] : [];
    return list.format([...people.map((person) => person.label), ...others]);
  };
  const texts = causes.map((cause) =>
    format(LOSS_CAUSE_TEXTS[locale][isKnown(cause.kind) ? cause.kind : 'other'], {
      who: who(cause),
      people: cause.peopleCount,
      what: cause.records[0]?.title ?? '',
      records: cause.recordCount,
      things: list.format(cause.things.map(({ name }) => name[locale])),
      count: cause.things.length,
    }),
  );
  return texts.join(locale === 'fr' ? ' ; ' : '; ');
}
