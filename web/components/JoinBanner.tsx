import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Link, useLocation } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import table from '../ui/Table.module.css';
import { useSession } from './session.tsx';

/** Pages that tell what a company attains or holds. */
const OF_THE_PROGRAMME: readonly string[] = [
  PATHS.competencies,
  PATHS.training,
  PATHS.changes,
  PATHS.dataSets,
  PATHS.risk,
  PATHS.plans,
  PATHS.membership,
];

/** A company that takes part in no programme learns why its pages say nothing, and where to join. */
export function JoinBanner() {
  const t = useText();
  const { partner } = useSession();
  const { pathname } = useLocation();
  if (partner === null || partner.enrolled) return null;
  const about =
    pathname === PATHS.overview ||
    OF_THE_PROGRAMME.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  if (!about) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('join.notEnrolled', { company: partner.name })}</MessageBarBody>
      <MessageBarActions>
        <Link to={PATHS.ownJoin} className={table.link}>
          {t('join.now')}
        </Link>
      </MessageBarActions>
    </MessageBar>
  );
}
