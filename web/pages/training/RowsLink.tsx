import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useUrlState } from '../../components/url-state.ts';
import { PATHS } from '../../paths.ts';

/** Where the rows stand on the page. */
export const ROWS_ID = 'training-rows';

interface RowsLinkProps {
  readonly view: 'people' | 'completions';
  readonly kind?: string;
  readonly month?: string;
  readonly user?: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A number as the link to the people or completions that it counts, in the months of the page. */
export function RowsLink({ view, kind, month, user, className, children }: RowsLinkProps) {
  const [{ from, to }] = useUrlState();
  const wanted = { from, to, view, kind, month, user };
  const search = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return (
    <Link to={PATHS.training} search={search} hash={ROWS_ID} className={className}>
      {children}
    </Link>
  );
}
