import { Textarea } from '@fluentui/react-components';
import { MERGE_REASON_LENGTH } from '../../../src/contract/account-merges.ts';
import { NeededField } from '../../components/NeededField.tsx';
import { useText } from '../../messages/use-text.ts';

const SHORTEST = 3;

export function isReason(reason: string): boolean {
  return reason.trim().length >= SHORTEST;
}

interface ReasonFieldProps {
  readonly reason: string;
  /** The form was sent: what is missing is said now. */
  readonly sent: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why something is done, which stays with it. */
export function ReasonField({ reason, sent, onChange }: ReasonFieldProps) {
  const t = useText();
  return (
    <NeededField
      label={t('merges.dialog.reason')}
      hint={t('merges.dialog.reasonHint')}
      value={reason}
      problem={isReason(reason) ? null : t('merges.dialog.reasonShort')}
      sent={sent}
    >
      <Textarea value={reason} maxLength={MERGE_REASON_LENGTH} onChange={(_, { value }) => onChange(value)} />
    </NeededField>
  );
}
