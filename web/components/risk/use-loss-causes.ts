import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import { typographyOf } from '../../../src/contract/messages/french-spacing.ts';
import {
  FURTHER_PEOPLE,
  LOSS_CAUSE_TEXTS,
  type LossCauseText,
} from '../../../src/contract/messages/loss-cause-texts.ts';
import type { LossCauseView } from '../../../src/contract/risk.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useLocalText } from '../../messages/use-text.ts';

const formats = new Map<string, IntlMessageFormat>();

function printed(text: string, locale: string, values: Record<string, string | number>): string {
  let format = formats.get(text);
  if (format === undefined) {
    format = new IntlMessageFormat(text, locale);
    formats.set(text, format);
  }
  return String(format.format(values));
}

function isKnown(kind: string): kind is LossCauseText {
  return kind in LOSS_CAUSE_TEXTS.en;
}

/** What takes a level away, in the language of the page: everything of the day, one after the other. */
export function useLossCauses(): (causes: readonly LossCauseView[]) => string {
  const { locale } = useLocale();
  const local = useLocalText();
  return useCallback(
    (causes) => {
      const list = new Intl.ListFormat(locale, { type: 'conjunction' });
      const who = ({ people, peopleCount }: LossCauseView) => {
        const further = peopleCount - people.length;
        const others = further > 0 ? [printed(FURTHER_PEOPLE[locale], locale, { count: further })] : [];
        return list.format([...people.map((person) => person.label), ...others]);
      };
      const texts = causes.map((cause) =>
        printed(LOSS_CAUSE_TEXTS[locale][isKnown(cause.kind) ? cause.kind : 'other'], locale, {
          who: who(cause),
          people: cause.peopleCount,
          what: cause.records[0]?.title ?? '',
          records: cause.recordCount,
          things: list.format(cause.things.map((thing) => local(thing.name))),
          count: cause.things.length,
        }),
      );
      return typographyOf(locale)(texts.join(locale === 'fr' ? ' ; ' : '; '));
    },
    [locale, local],
  );
}
