import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Locale } from '../../src/contract/common.ts';
import { sendJson } from '../api/client.ts';
import { meQuery } from '../api/queries.ts';
import { useLocale } from '../messages/locale.tsx';

/** Changes the language of the page and keeps the choice with the reader, for every device. */
export function useLanguageChoice(): (locale: Locale) => void {
  const client = useQueryClient();
  const { choose } = useLocale();
  const { mutate: keep } = useMutation({
    mutationFn: (locale: Locale) => sendJson('PATCH', '/me', { locale }),
  });
  return useCallback(
    (locale) => {
      choose(locale);
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, locale });
      keep(locale);
    },
    [client, choose, keep],
  );
}
