import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';

const TEXTS = {
  disable: 'people.own.disable',
  leave: 'people.own.leave',
  delete: 'people.own.delete',
  demote: 'people.own.demote',
} as const;

interface OwnAccountWarningProps {
  readonly userId: string;
  readonly act: keyof typeof TEXTS;
}

/** Said before somebody shuts himself or herself out; nothing is shown of other people. */
export function OwnAccountWarning({ userId, act }: OwnAccountWarningProps) {
  const t = useText();
  const { me } = useSession();
  if (me.userId !== userId) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t(TEXTS[act])}</MessageBarBody>
    </MessageBar>
  );
}
