import { Button } from '@fluentui/react-components';
import { HatGraduationRegular } from '@fluentui/react-icons';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';

/** There are completions in these months, and none that is asked for. */
export function NothingFits() {
  const t = useText();
  const [, patch] = useUrlState();
  const clear = { kind: undefined, month: undefined, user: undefined, search: undefined };
  return (
    <EmptyState icon={<HatGraduationRegular />} title={t('training.nothing')}>
      <Button onClick={() => patch(clear)}>{t('training.clear')}</Button>
    </EmptyState>
  );
}
