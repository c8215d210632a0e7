import type { Parameters } from '../../api/client.ts';
import { DownloadReport } from '../../components/DownloadReport.tsx';
import { useRoleReason } from '../../components/use-role-reason.ts';
import { useText } from '../../messages/use-text.ts';

interface ExportUsersReportProps {
  readonly parameters: Parameters;
  /** What the file will hold, where it is not everything. */
  readonly contents?: string;
  readonly primary?: boolean;
}

export function ExportUsersReport({ parameters, contents, primary = false }: ExportUsersReportProps) {
  const t = useText();
  const reason = useRoleReason('users');
  return (
    <DownloadReport
      report="users-report"
      label={t('usersReport.export')}
      parameters={parameters}
      contents={contents ?? t('usersReport.everybody')}
      reason={reason}
      primary={primary}
    />
  );
}
