import { Button } from '@fluentui/react-components';
import { useText } from '../../messages/use-text.ts';

interface MorePagesProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next page of a list, where there is one. */
export function MorePages({ query }: MorePagesProps) {
  const t = useText();
  if (!query.hasNextPage) return null;
  return (
    <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('merges.more')}
    </Button>
  );
}
