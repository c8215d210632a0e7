import { Link } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import table from '../ui/Table.module.css';
import { PageFrame } from './PageFrame.tsx';

/** An address that leads nowhere, told inside the frame so that the menu and the search stay at hand. */
export function NotFoundPage() {
  const t = useText();
  return (
    <PageFrame page="search" title={t('error.notFound.title')} lead={t('error.notFound.text')}>
      <p>
        <Link to={PATHS.overview} className={table.link}>
          {t('error.goHome')}
        </Link>
        {' · '}
        <Link to={PATHS.search} className={table.link}>
          {t('search.open')}
        </Link>
      </p>
    </PageFrame>
  );
}
