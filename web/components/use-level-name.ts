import { useCallback } from 'react';
import type { MessageId } from '../messages/messages.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import { useProgrammeRules } from './programme.ts';

const LEVELS: Readonly<Record<string, MessageId>> = {
  silver: 'level.silver',
  gold: 'level.gold',
  base: 'level.base',
  designation: 'level.designation',
};

/** The name of a level in the language of the page. */
export function useLevelName(): (level: string) => string {
  const t = useText();
  const local = useLocalText();
  const levels = useProgrammeRules().data?.levels;
  return useCallback(
    (level) => {
      if (LEVELS[level] !== undefined) return t(LEVELS[level]);
      // Other programmes name their levels themselves.
      const name = levels?.find(({ id }) => id === level)?.name;
      return name === undefined ? level : local(name);
    },
    [t, local, levels],
  );
}
