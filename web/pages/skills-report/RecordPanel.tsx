import type { SkillsReportRow } from '../../../src/contract/skills-report.ts';
import { DiagnosisLink } from '../../components/diagnosis/DiagnosisLink.tsx';
import { RecordWayView } from '../../components/RecordWayView.tsx';
import { RemindButton } from '../../components/reminders/RemindButton.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useProviderLabel, useSkillTypeLabel } from '../../components/use-labels.ts';
import { useReasonText } from '../../explanation/use-reason-text.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import { CheckedText, useRecordChecks } from './record-checks.tsx';
import styles from './SkillsReport.module.css';

interface RecordPanelProps {
  readonly row: SkillsReportRow | null;
  readonly onClose: () => void;
}

/** The id without its kind, which stands in words beside it. */
function codeOf(skillId: string): string {
  return skillId.slice(skillId.indexOf(':') + 1);
}

function Record({ row }: { row: SkillsReportRow }) {
  const t = useText();
  const partner = usePartnerId();
  const type = useSkillTypeLabel();
  const provider = useProviderLabel();
  const reason = useReasonText();
  const { question } = useSession();
  const check = useRecordChecks().get(row.recordId);
  const path = `/partners/${partner}/skills-report/records/${encodeURIComponent(row.recordId)}/way`;
  return (
    <div className={styles.panel}>
      <p className={styles.who}>
        <strong>
          {row.firstName} {row.lastName}
        </strong>
        <br />
        {row.workEmail}
      </p>
      <p className={styles.who}>
        {type(row.skillType)} {codeOf(row.skillId)}
        <br />
        {t('report.panel.account', { provider: provider(row.provider), account: row.mcid })}
      </p>
      <p className={styles.verdict}>
        <strong>{t(row.countsNow ? 'report.panel.counts' : 'report.panel.countsNot')}</strong>
        {row.reason !== null && <span>{reason(row.reason)}</span>}
      </p>
      {!row.countsNow && (
        <DiagnosisLink userId={row.userId} skill={row.skillId} className={table.link}>
          {t('diagnosis.whyNot')}
        </DiagnosisLink>
      )}
      {check !== undefined && (
        <p className={styles.who}>
          <CheckedText check={check} />
        </p>
      )}
      {row.userStatus === 'active' && (
        <div>
          <RemindButton
            asking="check"
            label={t('listCheck.ask')}
            count={1}
            people={async () => [row.userId]}
            size="small"
          />
        </div>
      )}
      <RecordWayView path={path} asked={question} />
    </div>
  );
}

/** One row of the report: the way of the record, and what it counts for. */
export function RecordPanel({ row, onClose }: RecordPanelProps) {
  return (
    <SidePanel open={row !== null} title={row?.skillTitle} onClose={onClose}>
      {row !== null && <Record row={row} />}
    </SidePanel>
  );
}
