import { Badge } from '@fluentui/react-components';
import type { SourceView } from '../../../src/contract/source-health.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const STATES: Readonly<
  Record<
    SourceView['state'],
    { readonly text: MessageId; readonly color: 'success' | 'warning' | 'danger' | 'informative' }
  >
> = {
  delivers: { text: 'sources.state.delivers', color: 'success' },
  silent: { text: 'sources.state.silent', color: 'warning' },
  failing: { text: 'sources.state.failing', color: 'danger' },
  never: { text: 'sources.state.never', color: 'informative' },
};

export function SourceState({ state }: Pick<SourceView, 'state'>) {
  const t = useText();
  const { text, color } = STATES[state];
  return (
    <Badge appearance="tint" color={color} size="large">
      {t(text)}
    </Badge>
  );
}
