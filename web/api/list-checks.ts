import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecordChecks, RecordCheckView } from '../../src/contract/list-checks.ts';
import { getJson, sendJson } from './client.ts';

const OWN = ['me', 'list-checks'];

export const ownChecksQuery = queryOptions({
  queryKey: OWN,
  queryFn: ({ signal }) => getJson<RecordChecks>('/me/list-checks', {}, signal),
});

/** What the people of a company have said of the records that are listed as theirs. */
export function recordChecksQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'list-checks'],
    queryFn: ({ signal }) => getJson<RecordChecks>(`/partners/${partner}/list-checks`, {}, signal),
  });
}

/** As many as one request takes. */
const MOST = 500;

/** Says of own records whether they are right. */
export function useCheckRecords() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (checks: readonly Pick<RecordCheckView, 'recordId' | 'verdict'>[]) => {
      let last: RecordChecks | null = null;
      for (let from = 0; from < checks.length; from += MOST) {
        const some = checks.slice(from, from + MOST);
        last = await sendJson<RecordChecks>('POST', '/me/list-checks', { checks: some });
      }
      return last;
    },
    onSuccess: (said) => {
      if (said !== null) client.setQueryData(OWN, said);
    },
  });
}
