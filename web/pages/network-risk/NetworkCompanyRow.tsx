import { Button, Spinner } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NetworkCompany, NetworkList } from '../../../src/contract/network-risk.ts';
import { sendJson } from '../../api/client.ts';
import { NETWORK_RISK } from '../../api/network-risk.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Medal } from '../../ui/Medal.tsx';
import table from '../../ui/Table.module.css';
import styles from './NetworkRisk.module.css';

/** The levels that the list is about, and when those at risk are lost. */
function Levels({ levels, show }: Pick<NetworkCompany, 'levels'> & { show: NetworkList }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  return (
    <ul className={styles.levels}>
      {levels.map(({ competency, name, level, levelName, lostOn, anniversary }) => (
        <li key={`${competency}/${level}`}>
          <Medal level={level} size={20} />
          <span>
            {local(name)} {local(levelName)}
            {show === 'at-risk' && (
              <span className={styles.quiet}>
                {' '}
                {t('networkRisk.level.when', {
                  lost: lostOn === null ? 'none' : dates.day(lostOn),
                  anniversary: anniversary === null ? 'none' : dates.day(anniversary),
                })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LastCell({ company, show }: { company: NetworkCompany; show: NetworkList }) {
  const t = useText();
  const dates = useDates();
  const { change, current, seenAt, reason } = company;
  if (show === 'failed') return <span className={styles.reason}>{reason}</span>;
  return (
    <span>
      {show === 'at-risk' || change === null
        ? dates.instant(seenAt)
        : t('networkRisk.change', {
            from: change.from,
            day: dates.day(change.on),
            alone: change.alone ? 'yes' : 'no',
          })}
      {!current && <span className={styles.quiet}> {t('networkRisk.waiting')}</span>}
    </span>
  );
}

/** Asks about the company at once, whenever its turn would come. */
function AskAgain({ company }: { company: NetworkCompany }) {
  const t = useText();
  const client = useQueryClient();
  const { partnerId, partnerName } = company;
  const asked = useMutation({
    mutationFn: () => sendJson('POST', `/partners/${partnerId}/network-standing`),
    onSettled: () => client.invalidateQueries({ queryKey: NETWORK_RISK }),
  });
  return (
    <>
      <Button
        size="small"
        disabledFocusable={asked.isPending}
        icon={asked.isPending ? <Spinner size="extra-tiny" /> : null}
        aria-label={t('networkRisk.again.of', { company: partnerName })}
        onClick={() => asked.mutate()}
      >
        {t('networkRisk.again')}
      </Button>
      <span role="status" className={styles.failed}>
        {asked.isError && t('networkRisk.again.failed')}
      </span>
    </>
  );
}

export function NetworkCompanyRow({
  company,
  show,
  lastColumn,
}: {
  company: NetworkCompany;
  show: NetworkList;
  lastColumn: string;
}) {
  const t = useText();
  const local = useLocalText();
  const { partnerId, partnerName, programme, levels } = company;
  return (
    <tr>
      <td data-label="">
        <Link
          to={PATHS.risk}
          search={{ partner: partnerId, programme: programme?.id }}
          className={table.link}
        >
          {partnerName}
        </Link>
      </td>
      {show !== 'failed' && (
        <>
          <td data-label={t('programme.label')}>{programme !== null && local(programme.name)}</td>
          <td data-label="">
            <Levels levels={levels} show={show} />
          </td>
        </>
      )}
      <td data-label={lastColumn}>
        <LastCell company={company} show={show} />
      </td>
      <td data-label="">
        <AskAgain company={company} />
      </td>
    </tr>
  );
}
