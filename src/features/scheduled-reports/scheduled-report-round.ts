/**
 * Makes the reports that are due. It may run at any time, late and on several servers at once: a report is held while it
 * is made, and made once for a period. After a time in which no server ran there is one report, that of the present.
 */
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { SCHEDULED_REPORT_TITLES } from '../../contract/messages/scheduled-report-texts.ts';
import { abilitiesOf, ROLES } from '../../contract/roles.ts';
import {
  REPORT_FILE_DAYS,
  SCHEDULED_REPORT_ABILITIES,
  type ScheduledReport,
} from '../../contract/scheduled-reports.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { dayBeforeLastPeriod, nextPeriod, periodOf } from '../../domain/time/periods.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { keepReportFile, removeExpiredFiles, removeFilesOf } from '../../store/report-files-store.ts';
import {
  changeSchedule,
  type DueSchedule,
  dueSchedules,
  holdDueSchedule,
  type ReportSchedule,
} from '../../store/report-schedules-store.ts';
import { findUser, type User } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { SCHEDULED_REPORT } from '../shared/mail/kinds/scheduled-report.ts';
import { SCHEDULED_REPORT_STOPPED } from '../shared/mail/kinds/scheduled-report-stopped.ts';
import type { ReportMakers } from '../shared/report-makers.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'scheduled-reports' } as const;
const DAY_MS = 86_400_000;
const RETRY_MS = 10 * 60_000;
/** After so many failures the period is given up and the person told. */
const MOST_FAILURES = 3;
/** Schedules asked for at a time. */
const AT_ONCE = 200;
/** A larger file is led to and not carried: many mail servers would refuse it. */
const LARGEST_ATTACHMENT = 5 * 1024 * 1024;

type Standing = Pick<Services, 'database' | 'post' | 'programmesOf' | 'now'>;

interface Recipient {
  readonly user: User;
  readonly mayNames: boolean;
}

/** Whoever may still read the report, as he or she stands now. */
async function recipientOf(
  tx: TenantTransaction,
  { userId, report }: ReportSchedule,
): Promise<Recipient | null> {
  const user = await findUser(tx, userId);
  if (user?.status !== 'active') return null;
  const abilities = abilitiesOf(ROLES.filter((role) => user.roles.includes(role)));
  const needed = SCHEDULED_REPORT_ABILITIES[report as ScheduledReport];
  return abilities.has(needed) ? { user, mayNames: abilities.has('personal-data') } : null;
}

function titleIn({ report }: ReportSchedule, { locale }: User): string {
  return SCHEDULED_REPORT_TITLES[report as ScheduledReport][locale ?? 'en'];
}

/** Nobody is left who may read it: it ends, with its files; who is still there is told. */
async function end(services: Standing, tx: TenantTransaction, schedule: ReportSchedule): Promise<void> {
  const { scheduleId, userId, report } = schedule;
  await changeSchedule(tx, schedule, { ended_at: tx.now });
  await removeFilesOf(tx, scheduleId);
  const details = { schedule: scheduleId, report, because: 'right-lost' };
  await recordAudit(tx, { action: 'scheduled-report.ended', subject: `user:${userId}`, details });
  const user = await findUser(tx, userId);
  if (user?.status === 'active') await tellStopped(services, tx, schedule, user, 'ended');
}

async function tellStopped(
  { post }: Standing,
  tx: TenantTransaction,
  schedule: ReportSchedule,
  user: User,
  what: 'ended' | 'failed',
): Promise<void> {
  await post.send(tx, {
    kind: SCHEDULED_REPORT_STOPPED,
    to: user.workEmail,
    userId: user.userId,
    locale: user.locale ?? 'en',
    values: { name: user.firstName, report: titleIn(schedule, user), what },
    path: what === 'ended' ? '/' : '/data-sets/scheduled',
    onceKey: `scheduled-report ${schedule.scheduleId} ${what} ${schedule.nextDue}`,
  });
}

async function mayAttach({ programmesOf }: Standing, { partnerId }: TenantTransaction): Promise<boolean> {
  const [{ programme }] = await programmesOf(partnerId);
  return programme.reportAttachments;
}

async function deliver(
  services: Standing,
  makers: ReportMakers,
  tx: TenantTransaction,
  schedule: ReportSchedule,
  { user, mayNames }: Recipient,
  printed: string,
): Promise<void> {
  const { scheduleId, userId, format, frequency, delivery } = schedule;
  const day = parseDay(printed)!;
  const { file, rows } = await makers[schedule.report as ScheduledReport]({
    partnerId: tx.partnerId,
    day: printed,
    since: formatDay(dayBeforeLastPeriod(day, frequency)),
    format,
    locale: user.locale ?? 'en',
    mayNames,
    by: user.workEmail,
  });
  const plain =
    delivery === 'attachment' && (await mayAttach(services, tx)) ? await buffer(file.content) : null;
  const content = await buffer(plain === null ? file.content.pipe(createGzip()) : gzipped(plain));
  const { fileName, mediaType } = file;
  const period = formatDay(periodOf(day, frequency));
  const expiresAt = new Date(tx.now.getTime() + REPORT_FILE_DAYS * DAY_MS);
  const kept = {
    scheduleId,
    userId,
    period,
    expiresAt,
    fileName,
    mediaType,
    rows,
    personal: mayNames,
    content,
  };
  await keepReportFile(tx, kept);
  await changeSchedule(tx, schedule, {
    next_due: formatDay(nextPeriod(day, frequency)),
    retry_at: null,
    failures: 0,
    failed_at: null,
  });
  const attached = plain !== null && plain.length <= LARGEST_ATTACHMENT;
  if (delivery !== 'pull') {
    await services.post.send(tx, {
      kind: SCHEDULED_REPORT,
      to: user.workEmail,
      userId,
      locale: user.locale ?? 'en',
      values: {
        name: user.firstName,
        report: titleIn(schedule, user),
        rows,
        days: REPORT_FILE_DAYS,
        attached: attached ? 'yes' : 'no',
      },
      path: '/data-sets/scheduled',
      onceKey: `scheduled-report ${scheduleId} ${period}`,
      ...(attached ? { attachments: [{ fileName, mediaType, content: plain }] } : {}),
    });
  }
  const details = { schedule: scheduleId, report: schedule.report, format, rows, asOf: printed, attached };
  await recordAudit(tx, { action: 'scheduled-report.made', subject: `user:${userId}`, details });
}

function gzipped(content: Buffer) {
  const gzip = createGzip();
  gzip.end(content);
  return gzip;
}

/** A report that could not be made is tried again a little later, and in the next period after some attempts. */
async function noteFailure(
  services: Standing,
  { partnerId, scheduleId }: DueSchedule,
  day: string,
): Promise<void> {
  await services.database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    const schedule = await holdDueSchedule(tx, scheduleId, day);
    if (schedule === null) return;
    const failures = schedule.failures + 1;
    if (failures < MOST_FAILURES) {
      const retry = new Date(tx.now.getTime() + RETRY_MS);
      await changeSchedule(tx, schedule, { failures, retry_at: retry, failed_at: tx.now });
      return;
    }
    const next = formatDay(nextPeriod(parseDay(day)!, schedule.frequency));
    await changeSchedule(tx, schedule, { failures: 0, retry_at: null, next_due: next, failed_at: tx.now });
    const details = { schedule: scheduleId, report: schedule.report };
    await recordAudit(tx, {
      action: 'scheduled-report.failed',
      subject: `user:${schedule.userId}`,
      details,
    });
    const user = await findUser(tx, schedule.userId);
    if (user?.status === 'active') await tellStopped(services, tx, schedule, user, 'failed');
  });
}

export interface ScheduledReportRound {
  readonly made: number;
  readonly failed: readonly { readonly scheduleId: string; readonly error: unknown }[];
}

/** @param goesOn asked before each report: a server that stops leaves the rest to the next round */
export async function scheduledReportRound(
  services: Standing,
  makers: ReportMakers,
  goesOn: () => boolean = () => true,
): Promise<ScheduledReportRound> {
  const { database, now } = services;
  const day = today(now());
  const due = await database.asNetwork({ actor: SYSTEM }, async (tx) => {
    await removeExpiredFiles(tx);
    return dueSchedules(tx, day, AT_ONCE);
  });
  const failed: { scheduleId: string; error: unknown }[] = [];
  let made = 0;
  for (const each of due) {
    if (!goesOn()) break;
    const { partnerId, scheduleId } = each;
    try {
      await database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
        const schedule = await holdDueSchedule(tx, scheduleId, day);
        if (schedule === null) return;
        const recipient = await recipientOf(tx, schedule);
        if (recipient === null) return end(services, tx, schedule);
        await deliver(services, makers, tx, schedule, recipient, day);
        made++;
      });
    } catch (error) {
      failed.push({ scheduleId, error });
      await noteFailure(services, each, day);
    }
  }
  return { made, failed };
}
