import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useSession } from '../../components/session.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

interface OwnAccountWarningProps {
  readonly userId: string;
  readonly text: MessageId;
}

/** Said before somebody shuts himself or herself out; nothing is shown of other people. */
export function OwnAccountWarning({ userId, text }: OwnAccountWarningProps) {
  const t = useText();
  const { me } = useSession();
  if (me.userId !== userId) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t(text)}</MessageBarBody>
    </MessageBar>
  );
}
