import { z } from 'zod';
import { FREQUENCIES, type Frequency } from '../domain/time/periods.ts';
import { DATA_SET_NAMES } from './data-sets.ts';
import type { Ability } from './roles.ts';

export const SCHEDULED_REPORTS = [
  ...DATA_SET_NAMES,
  'skills-report',
  'performance-report',
  'training',
  'changes',
  'users-report',
] as const;
export type ScheduledReport = (typeof SCHEDULED_REPORTS)[number];

/** What a report needs; without it, it is not made and the schedule ends. */
export const SCHEDULED_REPORT_ABILITIES: Readonly<Record<ScheduledReport, Ability>> = {
  TrainingCompletions: 'insights',
  CompetencySummaryHistory: 'insights',
  CompetencyPeformanceRequirement: 'insights',
  'skills-report': 'skills-report',
  'performance-report': 'skills-report',
  training: 'insights',
  changes: 'skills-report',
  'users-report': 'users',
};

/** How often, in the order in which it is offered. */
export const REPORT_FREQUENCIES: readonly Frequency[] = FREQUENCIES;
export type ReportFrequency = Frequency;

/**
 * `link`: a mail that leads to the file, behind the sign-in. `attachment`: a mail that carries it, where the programme
 * allows that. `pull`: no mail; programs fetch the latest file with a report token.
 */
export const REPORT_DELIVERIES = ['link', 'attachment', 'pull'] as const;
export type ReportDelivery = (typeof REPORT_DELIVERIES)[number];

export const MOST_SCHEDULES = 20;

/** Days for which a file is kept. */
export const REPORT_FILE_DAYS = 14;

export const NewScheduleSchema = z.strictObject({
  report: z.enum(SCHEDULED_REPORTS),
  format: z.enum(['csv', 'tsv', 'xlsx']),
  frequency: z.enum(FREQUENCIES),
  delivery: z.enum(REPORT_DELIVERIES),
});
export type NewSchedule = z.infer<typeof NewScheduleSchema>;

export const ChangeScheduleSchema = z.strictObject({ paused: z.boolean() });

export const ScheduleSchema = NewScheduleSchema.extend({
  scheduleId: z.string(),
  paused: z.boolean(),
  /** Day from which the next one is made. */
  nextOn: z.string(),
  /** The last attempt failed, and when. */
  failedAt: z.string().nullable(),
  latest: z
    .object({
      fileId: z.string(),
      madeAt: z.string(),
      until: z.string(),
      rows: z.number(),
    })
    .nullable(),
  /** Where a program fetches the latest file. */
  pullAddress: z.string(),
});
export type ScheduleView = z.infer<typeof ScheduleSchema>;

export const SchedulesSchema = z.object({
  value: z.array(ScheduleSchema),
  /** Reports that the reader may receive. */
  reports: z.array(z.enum(SCHEDULED_REPORTS)),
  attachments: z.boolean(),
  mails: z.boolean(),
});
export type Schedules = z.infer<typeof SchedulesSchema>;
