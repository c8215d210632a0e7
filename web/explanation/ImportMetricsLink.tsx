import { Link } from '@tanstack/react-router';
import { useSession } from '../components/session.tsx';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import table from '../ui/Table.module.css';

/** The way out of a figure that nobody has reported, for a reader who may report it. */
export function ImportMetricsLink() {
  const t = useText();
  if (!useSession().can('import-metrics')) return null;
  return (
    <Link to={PATHS.imports} className={`${table.link} no-print`}>
      {t('score.metric.import')}
    </Link>
  );
}
