import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { LocalText } from '../../src/contract/common.ts';
import { withElision } from '../../src/contract/messages/french-elision.ts';
import { frenchSpacing } from '../../src/contract/messages/french-spacing.ts';
import type { MessageId } from './messages.ts';

export type MessageValues = Record<string, string | number>;
export type Translate = (id: MessageId, values?: MessageValues) => string;

export function useText(): Translate {
  const intl = useIntl();
  return useCallback(
    (id, values) =>
      values === undefined || intl.locale !== 'fr'
        ? intl.formatMessage({ id }, values)
        : withElision(values, (marked) => intl.formatMessage({ id }, marked)),
    [intl],
  );
}

/** The name of a thing of the catalogue in the language of the page. */
export function useLocalText(): (text: LocalText) => string {
  const { locale } = useIntl();
  return useCallback((text) => (locale === 'fr' ? frenchSpacing(text.fr) : text.en), [locale]);
}
