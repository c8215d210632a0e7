import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemCode } from '../../api/problem-error.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const REFUSALS: Readonly<Record<string, MessageId>> = {
  'email-taken': 'companies.emailTaken',
  'mpn-id-taken': 'companies.mpnTaken',
};

/** Does something to a company; the lists, and the companies to choose from, are read anew afterwards. */
export function useCompanyAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const t = useText();
  const client = useQueryClient();
  const acting = useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries() });
  const failure = acting.isError ? t(REFUSALS[problemCode(acting.error) ?? ''] ?? 'companies.failed') : null;
  return { ...acting, failure };
}
