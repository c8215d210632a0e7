import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './PlanLink.module.css';
import { useSession } from './session.tsx';

interface PlanLinkProps {
  readonly levels: readonly { readonly competency: string; readonly level: string }[];
  /** The day by which they are wanted; absent: the one that the page proposes. */
  readonly by?: string | undefined;
  /** What it is about, for those who hear the links one by one. */
  readonly about?: string;
}

/** To the plan that gains or keeps levels; nothing at all for a reader who may not make one. */
export function PlanLink({ levels, by, about }: PlanLinkProps) {
  const t = useText();
  const { can } = useSession();
  if (!can('make-plans') || levels.length === 0) return null;
  const targets = levels.map(({ competency, level }) => `${competency}~${level}`).join(',');
  return (
    <Link
      to={PATHS.planner}
      search={{ targets, by }}
      className={`${styles.link} no-print`}
      {...(about !== undefined && { 'aria-label': t('plans.newFor', { about }) })}
    >
      <ClipboardTaskListLtrRegular fontSize={16} />
      {t('plans.new')}
    </Link>
  );
}
