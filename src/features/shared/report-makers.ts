import type { Locale } from '../../contract/common.ts';
import type { ScheduledReport } from '../../contract/scheduled-reports.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { ReportFile, ReportFileFormat } from './report-file.ts';

/** A report that nobody has just asked for: of whom, for whom, as of which day. */
export interface ReportToMake {
  readonly partnerId: PartnerId;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** With which day a report about changes compares it. */
  readonly since: string;
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  readonly mayNames: boolean;
  /** As the file names whoever receives it. */
  readonly by: string;
}

export interface MadeReport {
  readonly file: ReportFile;
  readonly rows: number;
}

/** How each report is made that may be received regularly: the same files that a download gives. */
export type ReportMakers = Readonly<Record<ScheduledReport, (asked: ReportToMake) => Promise<MadeReport>>>;
