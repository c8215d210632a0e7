import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BusinessProfileView, ChangeBusinessProfile } from '../../../src/contract/business-profile.ts';
import { businessProfileQuery } from '../../api/business-profile.ts';
import { sendJson } from '../../api/client.ts';
import { problemCode } from '../../api/problem-error.ts';
import { usePartnerId } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const FAILURES: Readonly<Record<string, MessageId>> = {
  'slug-taken': 'businessProfile.slugTaken',
  'profile-empty': 'businessProfile.empty',
  'changed-meanwhile': 'businessProfile.changed',
};

/** Changes the profile as it was read; what somebody else changed meanwhile is not written over. */
export function useProfileChange(tag: string | null) {
  const t = useText();
  const client = useQueryClient();
  const partner = usePartnerId();
  const change = useMutation({
    mutationFn: (body: ChangeBusinessProfile) =>
      sendJson<BusinessProfileView>('PATCH', `/partners/${partner}/business-profile`, body, tag),
    onSuccess: () => client.invalidateQueries({ queryKey: businessProfileQuery(partner).queryKey }),
  });
  const failure = change.isError
    ? t(FAILURES[problemCode(change.error) ?? ''] ?? 'businessProfile.failed')
    : null;
  return { ...change, failure };
}
