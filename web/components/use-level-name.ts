import { useCallback } from 'react';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';

const LEVELS: Readonly<Record<string, MessageId>> = {
  silver: 'level.silver',
  gold: 'level.gold',
  base: 'level.base',
  designation: 'level.designation',
};

export function useLevelName(): (level: string) => string {
  const t = useText();
  return useCallback((level) => (LEVELS[level] === undefined ? level : t(LEVELS[level])), [t]);
}
