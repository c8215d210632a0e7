import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Locale } from '../../src/contract/common.ts';
import { sendJson } from '../api/client.ts';
import { useLocale } from '../messages/locale.tsx';

/** Changes the language of the page and keeps the choice with the reader, for every device. */
export function useLanguageChoice(): (locale: Locale) => void {
  const { choose } = useLocale();
  const { mutate: keep } = useMutation({
    mutationFn: (locale: Locale) => sendJson('PATCH', '/me', { locale }),
  });
  return useCallback(
    (locale) => {
      choose(locale);
      keep(locale);
    },
    [choose, keep],
  );
}
