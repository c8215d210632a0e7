import { Button } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { Changes, SkillChangeView } from '../../../src/contract/changes.ts';
import { CHANGE_LABELS } from '../../../src/contract/messages/change-texts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FilterChip } from '../../components/FilterChip.tsx';
import { UrlSearchBox } from '../../components/UrlSearchBox.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useCompetencyName } from '../../components/use-competency-name.ts';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import type { WindowedRows } from '../../components/windowed-rows.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { ChangeMark } from './ChangeMark.tsx';
import styles from './Changes.module.css';
import { useChangeCause, useChangeColumns } from './change-columns.tsx';

const KINDS = Object.keys(CHANGE_LABELS.fr) as SkillChangeView['change'][];

const ON_PAPER = [
  ['change'],
  ['firstName', 'lastName'],
  ['skillId'],
  ['skillTitle'],
  ['cause'],
  ['relevantFor'],
];

function Chips({ changes }: { changes: Changes }) {
  const t = useText();
  const { locale } = useLocale();
  const competency = useCompetencyName();
  const [url, patch] = useUrlState();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is not a form group.
    <div className={`${styles.chips} no-print`} role="group" aria-label={t('changes.skills.summary')}>
      <FilterChip pressed={url.change === undefined} onClick={() => patch({ change: undefined })}>
        {t('changes.skills.all', { count: changes.total })}
      </FilterChip>
      {KINDS.filter((kind) => changes.counts[kind] > 0).map((kind) => (
        <FilterChip
          key={kind}
          pressed={url.change === kind}
          onClick={() => patch({ change: url.change === kind ? undefined : kind })}
        >
          {t('report.summary.reason', { reason: CHANGE_LABELS[locale][kind], count: changes.counts[kind] })}
        </FilterChip>
      ))}
      {url.competency !== undefined && (
        <FilterChip pressed onClick={() => patch({ competency: undefined })}>
          {t('changes.competency', { name: competency(url.competency) })}
        </FilterChip>
      )}
    </div>
  );
}

function ChangeCard({ change }: { change: SkillChangeView }) {
  const { locale } = useLocale();
  const cause = useChangeCause();
  return (
    <>
      <strong>
        {change.firstName} {change.lastName}
      </strong>
      <span>{change.skillTitle}</span>
      <ChangeMark change={change.change} label={CHANGE_LABELS[locale][change.change]} />
      <span className={styles.hint}>{cause(change)}</span>
    </>
  );
}

function Rows({ rows }: { rows: WindowedRows<SkillChangeView, Changes> }) {
  const t = useText();
  const phone = usePhone();
  const columns = useChangeColumns();
  const navigate = useNavigate();
  const shared = {
    label: t('changes.title'),
    count: rows.count,
    rowAt: rows.rowAt,
    onRange: rows.onRange,
    // The row of the report, with the whole way of the record.
    onOpen: ({ userId, skillId }: SkillChangeView) =>
      void navigate({ to: PATHS.skillsReport, search: { user: userId, search: skillId } }),
  };
  return (
    <>
      {phone ? (
        <VirtualCards {...shared} card={(row) => <ChangeCard change={row} />} />
      ) : (
        <VirtualTable
          {...shared}
          columns={columns}
          order={null}
          onOrder={() => undefined}
          stale={rows.head.isPlaceholderData}
        />
      )}
      <PrintedRows rows={rows} columns={columns} paper={ON_PAPER} />
    </>
  );
}

/** Skill by skill, whether it counts newly or no longer, and why. */
export function SkillChanges({
  changes,
  rows,
}: {
  changes: Changes;
  rows: WindowedRows<SkillChangeView, Changes>;
}) {
  const t = useText();
  const dates = useDates();
  const [, patch] = useUrlState();
  const icon = <DocumentSearchRegular />;
  if (changes.total === 0) {
    const title = t('changes.skills.none', { day: dates.day(changes.since) });
    return <EmptyState icon={icon} title={title} />;
  }
  return (
    <>
      <Chips changes={changes} />
      <div className={`${styles.toolbar} no-print`}>
        <UrlSearchBox label={t('changes.skills.search')} width={330} />
        <span className={styles.hint}>{t('changes.skills.count', { count: rows.count })}</span>
      </div>
      {rows.count === 0 ? (
        <EmptyState icon={icon} title={t('changes.skills.noneHere')}>
          <Button onClick={() => patch({ change: undefined, competency: undefined, search: undefined })}>
            {t('changes.skills.clear')}
          </Button>
        </EmptyState>
      ) : (
        <Rows rows={rows} />
      )}
    </>
  );
}
