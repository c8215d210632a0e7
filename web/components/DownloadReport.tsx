import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, CalendarClockRegular, DismissRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { DataSetName } from '../../src/contract/data-sets.ts';
import { SCHEDULED_REPORTS } from '../../src/contract/scheduled-reports.ts';
import { getFile, type Parameters, saveFile } from '../api/client.ts';
import { ProblemError } from '../api/problem-error.ts';
import { useLocale } from '../messages/locale.tsx';
import type { MessageId } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import styles from './DownloadReport.module.css';
import { ExplainedButton } from './ExplainedButton.tsx';
import { usePartnerId, useSession } from './session.tsx';

type Format = 'xlsx' | 'csv' | 'tsv';

const FORMATS: Readonly<Record<Format, MessageId>> = {
  xlsx: 'download.xlsx',
  csv: 'download.csv',
  tsv: 'download.tsv',
};

interface DownloadReportProps {
  /** The last part of its address. */
  readonly report:
    | 'skills-report'
    | 'performance-report'
    | 'skills-matrix'
    | 'training'
    | 'training/people'
    | 'training/completions'
    | 'users-report'
    | 'chase-list'
    | 'changes'
    | 'referrals'
    | `datasets/${DataSetName}`;
  readonly label: string;
  /** The same filters, columns and day as the screen. */
  readonly parameters: Parameters;
  /** Says before the click what the file will hold. */
  readonly contents?: string;
  readonly reason: string | null;
  readonly primary?: boolean;
}

/** Downloads a report exactly as the parameters show it. */
export function DownloadReport({
  report,
  label,
  parameters,
  contents,
  reason,
  primary = false,
}: DownloadReportProps) {
  const t = useText();
  const { locale } = useLocale();
  const partner = usePartnerId();
  const { me } = useSession();
  const navigate = useNavigate();
  const scheduled = SCHEDULED_REPORTS.find((each) => each === report.replace('datasets/', ''));
  const download = useMutation({
    mutationFn: (format: Format) =>
      getFile(`/partners/${partner}/${report}`, { ...parameters, format, lang: locale }),
    onSuccess: saveFile,
  });
  if (reason !== null) {
    return (
      <ExplainedButton reason={reason} icon={<ArrowDownloadRegular />} onClick={() => undefined}>
        {label}
      </ExplainedButton>
    );
  }
  const empty = download.error instanceof ProblemError && download.error.problem.code === 'no-skills-data';
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance={primary ? 'primary' : 'secondary'}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={download.isPending}
          >
            {download.isPending ? t('download.working') : label}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList aria-label={t('download.menu')}>
            <MenuGroup>
              {contents !== undefined && (
                <MenuGroupHeader className={styles.contents!}>{contents}</MenuGroupHeader>
              )}
              {(Object.keys(FORMATS) as Format[]).map((format) => (
                <MenuItem key={format} onClick={() => download.mutate(format)}>
                  {t(FORMATS[format])}
                </MenuItem>
              ))}
            </MenuGroup>
            {scheduled !== undefined && me.partner !== null && (
              <>
                <MenuDivider />
                <MenuItem
                  icon={<CalendarClockRegular />}
                  onClick={() => void navigate({ to: PATHS.scheduledReports, search: { report: scheduled } })}
                >
                  {t('scheduled.add')}
                </MenuItem>
              </>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {download.isError && (
        <MessageBar intent={empty ? 'info' : 'error'} layout="multiline" className={styles.message!}>
          <MessageBarBody>{t(empty ? 'download.empty' : 'download.failed')}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                aria-label={t('common.close')}
                icon={<DismissRegular />}
                onClick={() => download.reset()}
              />
            }
          />
        </MessageBar>
      )}
    </>
  );
}

/** Keeps the place of a download until it is known what there is to download, so that nothing below it jumps. */
export function AwaitedDownload({ label }: { label: string }) {
  return (
    <span className={styles.awaited!} aria-hidden="true">
      <Button icon={<ArrowDownloadRegular />} disabled>
        {label}
      </Button>
    </span>
  );
}
