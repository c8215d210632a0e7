import { useCallback } from 'react';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';

/** The areas of the catalogue; one that is added later is shown by its id until it is named here. */
const AREAS: Readonly<Record<string, MessageId>> = {
  'app-and-infrastructure': 'area.apps',
  'business-applications': 'area.business',
  'modern-workplace-and-security': 'area.workplace',
  'data-and-ai': 'area.data',
};

export function useAreaName(): (area: string | null) => string {
  const t = useText();
  return useCallback(
    (area) => {
      if (area === null) return t('competencies.area.other');
      const message = AREAS[area];
      return message === undefined ? area : t(message);
    },
    [t],
  );
}
