import { IntlMessageFormat } from 'intl-messageformat';
import { useCallback } from 'react';
import type { WarningView } from '../../../src/contract/explanation.ts';
import { typographyOf } from '../../../src/contract/messages/french-spacing.ts';
import { groupedWarnings } from '../../../src/contract/messages/grouped-warnings.ts';
import { WARNING_TEXTS } from '../../../src/contract/messages/warning-texts.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { useCompetencyName } from '../use-competency-name.ts';
import { useLevelName } from '../use-level-name.ts';

export interface WarningText {
  readonly code: WarningView['code'];
  readonly text: string;
}

/** What an answer remarks, in the language of the page: remarks of one kind once, with what they are about. */
export function useWarningTexts(): (warnings: readonly WarningView[]) => readonly WarningText[] {
  const t = useText();
  const dates = useDates();
  const nameOf = useCompetencyName();
  const level = useLevelName();
  const { locale } = useLocale();
  return useCallback(
    (warnings) => {
      const list = new Intl.ListFormat(locale, { type: 'conjunction' });
      const dayOf = (day: string | null) => (day === null ? '–' : dates.day(day));
      return groupedWarnings(warnings).map(({ code, count, from, until, competencies, levels, things }) => {
        const format = new IntlMessageFormat(WARNING_TEXTS[locale][code], locale);
        const text = format.format({
          count,
          from: dayOf(from),
          until: dayOf(until),
          competencies: list.format(competencies.map(nameOf)),
          levels: list.format(
            levels.map((one) =>
              t('competency.attained.level', {
                competency: nameOf(one.competency),
                level: level(one.level),
              }),
            ),
          ),
          things: list.format(things),
        });
        return { code, text: typographyOf(locale)(String(text)) };
      });
    },
    [t, dates, nameOf, level, locale],
  );
}
