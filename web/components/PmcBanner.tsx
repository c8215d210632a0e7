import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ChaseList } from '../../src/contract/chase-list.ts';
import { chasedIds, chaseListQuery } from '../api/chase-list.ts';
import { useAllOf } from '../messages/use-all-of.ts';
import { useDates } from '../messages/use-dates.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import table from '../ui/Table.module.css';
import { RemindButton } from './reminders/RemindButton.tsx';
import { usePartnerId, useSession } from './session.tsx';

interface PmcWarningProps {
  readonly pmc: ChaseList['pmc'];
  /** On pages other than the chase list itself. */
  readonly actions?: React.ReactNode;
}

/** How many count through PMC alone, until when, and which levels are lost if nobody acts. */
export function PmcWarning({ pmc, actions }: PmcWarningProps) {
  const t = useText();
  const dates = useDates();
  const local = useLocalText();
  const allOf = useAllOf();
  const { people, windowEndsOn, over } = pmc;
  if (people === 0) return null;
  const levels = allOf(pmc.levelsLost.map((one) => `${local(one.name)} ${local(one.levelName)}`));
  const day = windowEndsOn === null ? '' : dates.day(windowEndsOn);
  const what =
    windowEndsOn === null
      ? t('pmc.inPmc')
      : over
        ? t('pmc.over', { day, people, count: pmc.levelsLost.length, levels })
        : t('pmc.ends', { day, people, count: pmc.levelsLost.length, levels });
  return (
    <MessageBar
      intent={windowEndsOn === null ? 'info' : 'warning'}
      layout="multiline"
      style={{ flex: 'none' }}
      className="no-print"
    >
      <MessageBarBody>
        <MessageBarTitle>{t('pmc.people', { count: people })}</MessageBarTitle> {what}
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}

/** Above a report whose rows count only through PMC; nothing for a company that never was there. */
export function PmcBanner() {
  const t = useText();
  const partner = usePartnerId();
  const session = useSession();
  const { question } = session;
  const concerned = session.partner?.origin !== 'native' && session.can('skills-report');
  const query = useQuery({ ...chaseListQuery(partner, question), enabled: concerned });
  if (query.data === undefined) return null;
  const { pmc } = query.data;
  const label = t('remind.ask');
  return (
    <PmcWarning
      pmc={pmc}
      actions={
        <>
          <Link to={PATHS.chaseList} className={table.link}>
            {t('pmc.toChaseList')}
          </Link>
          <RemindButton
            label={label}
            count={pmc.people}
            people={() => chasedIds(partner, { ...question, relevant: 'yes' })}
            size="small"
          />
        </>
      }
    />
  );
}
