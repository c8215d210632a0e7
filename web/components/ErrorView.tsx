import { Button, Link as FluentLink } from '@fluentui/react-components';
import {
  CloudOffRegular,
  ErrorCircleRegular,
  LockClosedRegular,
  SearchInfoRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { ProblemError, UnreachableError } from '../api/problem-error.ts';
import { useAnyOf } from '../messages/use-any-of.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './ErrorView.module.css';
import { NotEnrolled } from './NotEnrolled.tsx';
import { useRoleLabel } from './use-labels.ts';

interface MessageProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
}

function Message({ icon, title, children }: MessageProps) {
  return (
    <div className={styles.view} role="alert">
      <span className={styles.icon}>{icon}</span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Says which role opens the page and who in the company holds it. */
function Forbidden({ error }: { error: ProblemError }) {
  const t = useText();
  const label = useRoleLabel();
  const anyOf = useAnyOf();
  const roles = anyOf((error.problem.neededRoles ?? []).map(label));
  const holders = error.problem.holders ?? [];
  return (
    <Message icon={<LockClosedRegular />} title={t('error.forbidden.title')}>
      {roles !== '' && <p>{t('error.forbidden.roles', { roles })}</p>}
      {holders.length === 0 ? (
        <p>{t('error.forbidden.nobody')}</p>
      ) : (
        <>
          <p>{t('error.forbidden.holders')}</p>
          <ul>
            {holders.map((holder) => (
              <li key={holder.displayName + holder.role}>
                {holder.displayName} ({label(holder.role)})
              </li>
            ))}
          </ul>
        </>
      )}
    </Message>
  );
}

export function NotFoundView() {
  const t = useText();
  return (
    <Message icon={<SearchInfoRegular />} title={t('error.notFound.title')}>
      <p>{t('error.notFound.text')}</p>
      <p>
        <FluentLink href={PATHS.overview}>{t('error.goHome')}</FluentLink>
      </p>
    </Message>
  );
}

/** Any failure of a page: what happened, what was kept, what to do next. */
export function ErrorView({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const retry = onRetry !== undefined && (
    <p>
      <Button appearance="primary" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </p>
  );
  if (error instanceof UnreachableError) {
    return (
      <Message icon={<CloudOffRegular />} title={t('error.unreachable.title')}>
        <p>{t('error.unreachable.text')}</p>
        {retry}
      </Message>
    );
  }
  if (error instanceof ProblemError && error.problem.status === 403) return <Forbidden error={error} />;
  if (error instanceof ProblemError && error.problem.code === 'not-enrolled') return <NotEnrolled />;
  if (error instanceof ProblemError && error.problem.status === 404) return <NotFoundView />;
  const code = error instanceof ProblemError ? error.problem.code : 'page-error';
  return (
    <Message icon={<ErrorCircleRegular />} title={t('error.other.title')}>
      <p>{t('error.other.text', { code })}</p>
      {retry}
    </Message>
  );
}
