import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  ChangeScheduleSchema,
  MOST_SCHEDULES,
  NewScheduleSchema,
  REPORT_FILE_DAYS,
  SCHEDULED_REPORT_ABILITIES,
  SCHEDULED_REPORTS,
  type ScheduledReport,
  ScheduleSchema,
  SchedulesSchema,
  type ScheduleView,
} from '../../contract/scheduled-reports.ts';
import { requireAbility } from '../../http/permissions.ts';
import { conflict, HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  type KeptReportFile,
  latestContent,
  latestFiles,
  removeFilesOf,
} from '../../store/report-files-store.ts';
import {
  addSchedule,
  changeSchedule,
  type ReportSchedule,
  schedulesOf,
} from '../../store/report-schedules-store.ts';
import { today } from '../shared/as-of.ts';
import { ownPerson } from '../shared/own-person.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';

const OWN = '/api/v1/me/scheduled-reports';
/** What a person receives regularly: asked for, paused, ended, and the latest file of each. */
export function scheduledReportRoutes(services: Services): Route[] {
  const { database, gate, programmesOf, post, baseUrl, now } = services;
  /** What one has asked for is one's own, also when the right to read it is gone. */
  const access = { kind: 'ability', ability: 'own-profile' } as const;

  function asking(request: Parameters<typeof callerOf>[0] & { params: Readonly<Record<string, string>> }) {
    const caller = callerOf(request);
    const { userId, partnerId } = ownPerson(caller);
    const scheduleId = request.params.scheduleId ?? '';
    if (scheduleId !== '' && !isUuid(scheduleId)) throw notFound();
    return { caller, userId, scheduleId, claim: { partnerId, actor: actorOf(caller) } };
  }

  function view(schedule: ReportSchedule, file: KeptReportFile | undefined): ScheduleView {
    const { scheduleId, report, format, frequency, delivery, nextDue, pausedAt, failedAt } = schedule;
    return {
      scheduleId,
      report: report as ScheduledReport,
      format,
      frequency,
      delivery,
      paused: pausedAt !== null,
      nextOn: nextDue,
      failedAt: failedAt?.toISOString() ?? null,
      latest:
        file === undefined
          ? null
          : {
              fileId: file.fileId,
              madeAt: file.madeAt.toISOString(),
              until: file.expiresAt.toISOString(),
              rows: file.rows,
            },
      pullAddress: `${baseUrl()}${OWN}/${scheduleId}/latest`,
    };
  }

  return [
    route({
      method: 'GET',
      path: OWN,
      summary: 'What one receives regularly, and what one may',
      access,
      response: SchedulesSchema,
      handle: async (request) => {
        const { caller, userId, claim } = asking(request);
        const [{ programme }] = await programmesOf(claim.partnerId);
        const { schedules, files } = await database.readAsTenant(claim, async (tx) => ({
          schedules: await schedulesOf(tx, userId),
          files: await latestFiles(tx, userId),
        }));
        return json({
          value: schedules.map((schedule) => view(schedule, files.get(schedule.scheduleId))),
          reports: SCHEDULED_REPORTS.filter((each) => caller.abilities.has(SCHEDULED_REPORT_ABILITIES[each])),
          attachments: programme.reportAttachments,
          mails: post.delivery !== 'none',
        });
      },
    }),
    route({
      method: 'POST',
      path: OWN,
      summary: 'Asks for a report regularly; the first one is made within a minute',
      access,
      body: NewScheduleSchema,
      response: ScheduleSchema,
      status: 201,
      handle: async (request) => {
        const { caller, userId, claim } = asking(request);
        const { body } = request;
        await requireAbility(caller, SCHEDULED_REPORT_ABILITIES[body.report], claim.partnerId, gate);
        const [{ programme }] = await programmesOf(claim.partnerId);
        if (body.delivery === 'attachment' && !programme.reportAttachments) {
          throw conflict(
            'no-attachments',
            'The programme does not allow reports in mails. Ask for a mail with a link, or fetch the file.',
          );
        }
        const made = await database.asTenant(claim, async (tx) => {
          if ((await schedulesOf(tx, userId)).length >= MOST_SCHEDULES) {
            throw conflict('too-many-schedules', `A person has at most ${MOST_SCHEDULES}. Delete one first.`);
          }
          const kept = await addSchedule(tx, { ...body, userId, nextDue: today(now()) });
          const details = { schedule: kept.scheduleId, ...body };
          await recordAudit(tx, { action: 'scheduled-report.added', subject: `user:${userId}`, details });
          return kept;
        });
        return { kind: 'json', status: 201, body: view(made, undefined) };
      },
    }),
    route({
      method: 'PATCH',
      path: `${OWN}/{scheduleId}`,
      summary: 'Pauses a regular report, or resumes it with the present period',
      access,
      body: ChangeScheduleSchema,
      handle: async (request) => {
        const { userId, scheduleId, claim } = asking(request);
        const { paused } = request.body;
        await database.asTenant(claim, async (tx) => {
          const change = { paused_at: paused ? tx.now : null };
          if (!(await changeSchedule(tx, { scheduleId, userId }, change))) throw notFound();
          const details = { schedule: scheduleId, paused };
          await recordAudit(tx, { action: 'scheduled-report.changed', subject: `user:${userId}`, details });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'DELETE',
      path: `${OWN}/{scheduleId}`,
      summary: 'Ends a regular report, and deletes its files',
      access,
      handle: async (request) => {
        const { userId, scheduleId, claim } = asking(request);
        await database.asTenant(claim, async (tx) => {
          if (!(await changeSchedule(tx, { scheduleId, userId }, { ended_at: tx.now }))) throw notFound();
          await removeFilesOf(tx, scheduleId);
          const details = { schedule: scheduleId, because: 'deleted' };
          await recordAudit(tx, { action: 'scheduled-report.ended', subject: `user:${userId}`, details });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: `${OWN}/{scheduleId}/latest`,
      summary: `The latest file of a regular report, kept ${REPORT_FILE_DAYS} days; also with a report token`,
      access,
      files: REPORT_MEDIA_TYPES,
      reportTokens: true,
      handle: async (request) => {
        const { caller, userId, scheduleId, claim } = asking(request);
        const file = await database.asTenant(claim, async (tx) => {
          const found = await latestContent(tx, { scheduleId, userId });
          if (found === null) throw notFound('no-file-yet', 'There is no file at the moment.');
          const needed = SCHEDULED_REPORT_ABILITIES[found.report as ScheduledReport];
          const mayNames = caller.abilities.has('personal-data');
          if (!caller.abilities.has(needed) || (found.personal && !mayNames)) {
            throw new HttpProblem(403, 'right-lost', 'Your role no longer allows you to read this report.');
          }
          const details = {
            schedule: scheduleId,
            report: found.report,
            rows: found.rows,
            file: found.fileId,
          };
          await recordAudit(tx, { action: 'scheduled-report.taken', subject: `user:${userId}`, details });
          return found;
        });
        const { fileName, mediaType } = file;
        const content = Readable.from([file.content]).pipe(createGunzip());
        return { kind: 'file', fileName, mediaType, content };
      },
    }),
  ];
}
