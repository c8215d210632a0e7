import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

const ROWS_PER_PAGE = 200;

export interface PageOfRows<Row> {
  readonly value: readonly Row[];
  readonly count: number;
}

interface Window {
  readonly first: number;
  readonly last: number;
}

export interface WindowedRows<Row, Page> {
  /** The first page; it carries the numbers around the table. */
  readonly head: ReturnType<typeof useQuery<Page>>;
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
}

/**
 * A long list of which only the pages around what is on screen are fetched, one page ahead in both directions,
 * so that scrolling meets rows and not holes. A change of filter keeps the old rows until the new ones are there.
 */
export function useWindowedRows<Row, Page extends PageOfRows<Row>>(
  key: readonly unknown[],
  fetchPage: (skip: number, top: number, signal: AbortSignal) => Promise<Page>,
): WindowedRows<Row, Page> {
  const [window, setWindow] = useState<Window>({ first: 0, last: 0 });
  const page = (index: number) =>
    queryOptions({
      queryKey: [...key, index],
      staleTime: 60_000,
      queryFn: ({ signal }) => fetchPage(index * ROWS_PER_PAGE, ROWS_PER_PAGE, signal),
    });
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const count = head.data?.count ?? 0;
  const lastPage = Math.max(0, Math.ceil(count / ROWS_PER_PAGE) - 1);
  const from = Math.max(1, window.first - 1);
  const to = Math.min(lastPage, window.last + 1);
  const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
  const others = useQueries({ queries: indexes.map(page) });
  const pages = new Map<number, readonly Row[] | undefined>([[0, head.data?.value]]);
  indexes.forEach((index, position) => {
    pages.set(index, others[position]?.data?.value);
  });
  const rowAt = (index: number) => pages.get(Math.floor(index / ROWS_PER_PAGE))?.[index % ROWS_PER_PAGE];
  const onRange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / ROWS_PER_PAGE), last: Math.floor(last / ROWS_PER_PAGE) };
    setWindow((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return { head, count, rowAt, onRange };
}
