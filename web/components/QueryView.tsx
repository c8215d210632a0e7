import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import { ErrorView } from './ErrorView.tsx';
import { PartFailure } from './PartFailure.tsx';

interface QueryViewProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** Of the size of what will come, so that nothing jumps. */
  readonly skeleton: ReactNode;
  /** One part of a page that stands without it: a failure takes a line, not the page. */
  readonly part?: true;
  readonly children: (data: T) => ReactNode;
}

export function QueryView<T>({ query, skeleton, part, children }: QueryViewProps<T>) {
  const t = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.isError && part === true) {
    return <PartFailure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.isError) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('common.loading')}
      </span>
      {skeleton}
    </div>
  );
}
