import { Button } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import { useLocalText, useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import table from '../ui/Table.module.css';
import styles from './ErrorView.module.css';
import { useOwnProgrammes, useProgrammeRules } from './programme.ts';
import { useSession } from './session.tsx';
import { useUrlState } from './url-state.ts';

/** The address names a programme in which the company takes no part: what to do, and where to go from here. */
export function NotEnrolled() {
  const t = useText();
  const local = useLocalText();
  const [, patch] = useUrlState();
  const { partner } = useSession();
  const own = useOwnProgrammes()?.[0];
  const asked = useProgrammeRules().data;
  return (
    <div className={styles.view} role="alert">
      <span className={styles.icon}>
        <SearchInfoRegular />
      </span>
      <h2>
        {t('programme.notEnrolled', {
          company: partner?.name ?? '',
          programme: asked === undefined ? '…' : local(asked.name),
        })}
      </h2>
      <p>{t('programme.notEnrolled.todo')}</p>
      {own !== undefined && (
        <p>
          <Button appearance="primary" onClick={() => patch({ programme: undefined })}>
            {t('programme.notEnrolled.back', { programme: local(own.name) })}
          </Button>
        </p>
      )}
      <p>
        <Link to={PATHS.requirements} className={table.link}>
          {t('programme.notEnrolled.rules')}
        </Link>
      </p>
    </div>
  );
}
