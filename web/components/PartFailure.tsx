import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { ProblemError, UnreachableError } from '../api/problem-error.ts';
import { useAnyOf } from '../messages/use-any-of.ts';
import { useText } from '../messages/use-text.ts';
import { useRoleLabel } from './use-labels.ts';

/** Why one part of a page is missing while the rest stands: in a line, with what to do. */
export function PartFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText();
  const label = useRoleLabel();
  const anyOf = useAnyOf();
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem?.status === 403) {
    const roles = anyOf((problem.neededRoles ?? []).map(label));
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t('error.part.forbidden', { roles })}</MessageBarBody>
      </MessageBar>
    );
  }
  const text =
    error instanceof UnreachableError
      ? `${t('error.unreachable.title')}. ${t('error.unreachable.text')}`
      : t('error.part.other', { code: problem?.code ?? 'page-error' });
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
