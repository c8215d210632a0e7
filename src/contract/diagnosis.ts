import { z } from 'zod';
import { CASE_OBSTACLES } from '../domain/diagnosis/case-state.ts';
import { CHECK_STATES, CHECKS } from '../domain/diagnosis/checks.ts';
import { COMPANY_CAUSES } from '../domain/diagnosis/diagnose-company.ts';
import { DELAYED_EVENTS } from '../domain/diagnosis/expected-by.ts';
import { ACCOUNT_CAUSES, STEPS } from '../domain/diagnosis/finding.ts';
import { REASON_CODES } from '../domain/evaluation/evaluation-result.ts';
import { DaySchema, LocalTextSchema } from './common.ts';

const CauseSchema = z.enum([...new Set([...ACCOUNT_CAUSES, ...REASON_CODES])] as [
  (typeof ACCOUNT_CAUSES)[number] | (typeof REASON_CODES)[number],
]);
export type DiagnosisCause = z.infer<typeof CauseSchema>;

/** Whom to turn to for an act that lies outside. */
export const ContactSchema = z.object({ label: LocalTextSchema, url: z.string() });
export type DiagnosisContact = z.infer<typeof ContactSchema>;

export const DiagnosisFindingSchema = z.object({
  cause: CauseSchema,
  /** What it was found by: days `YYYY-MM-DD`, instants RFC 3339, accounts, addresses, numbers. */
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** The record it is about, where it is about one. */
  record: z.object({ recordId: z.string(), skillId: z.string(), title: z.string() }).nullable(),
  /** Who can mend it; `nobody` where nothing is wrong or only time helps. */
  mender: z.enum(['person', 'administrator', 'support', 'source', 'nobody']),
  /** What mends it; `null` where nothing does. */
  step: z.enum(STEPS).nullable(),
  contact: ContactSchema.nullable(),
});
export type DiagnosisFinding = z.infer<typeof DiagnosisFindingSchema>;

export const CaseStateSchema = z.object({
  /** Whether it makes sense to turn to support now. */
  allowed: z.boolean(),
  /** RFC 3339: by when the source will have told at the latest; `null` when nothing is waited for. */
  expectedBy: z.string().nullable(),
  /** Why not. */
  reason: z.enum(CASE_OBSTACLES).nullable(),
});

export const DiagnosisQuerySchema = z.strictObject({
  /** Id or title of the skill that is missed; without it everything is looked at. */
  skill: z.string().min(1).max(200).optional(),
  /** When the person says it was achieved. */
  achievedOn: DaySchema.optional(),
});

export const DiagnosisSchema = z.object({
  userId: z.string(),
  displayName: z.string(),
  /** The reader asks about himself or herself. */
  own: z.boolean(),
  /** The skill that was asked about; `known` and `named` by the programmes of the company. */
  skill: z
    .object({
      id: z.string(),
      title: z.string(),
      known: z.boolean(),
      named: z.boolean(),
      /** It counts now; `null` when the reader may not see that. */
      counts: z.boolean().nullable(),
    })
    .nullable(),
  /** Records that are known, and how many of them count; `null` when the reader may not see that. */
  records: z.object({ total: z.number(), counting: z.number() }).nullable(),
  /** Every check in the order of the list, those included that found nothing. */
  checks: z.array(
    z.object({
      check: z.enum(CHECKS),
      state: z.enum(CHECK_STATES),
      findings: z.array(DiagnosisFindingSchema),
    }),
  ),
  case: CaseStateSchema,
  /** Account admins and global admins of the company, by name. */
  administrators: z.array(z.object({ displayName: z.string(), workEmail: z.string() })),
  /** The day it speaks of. */
  day: DaySchema,
});
export type Diagnosis = z.infer<typeof DiagnosisSchema>;

/** Why a whole company has no skills, or fewer than it should. */
export const CompanyDiagnosisSchema = z.object({
  /** Why nobody has skills data; `null` when somebody has. */
  cause: z.enum(COMPANY_CAUSES).nullable(),
  enrolled: z.boolean(),
  people: z.number(),
  associated: z.number(),
  /** People of whom records are known. */
  withRecords: z.number(),
  /** RFC 3339: by when the sources will have told of the latest associations; `null` when nothing is waited for. */
  expectedBy: z.string().nullable(),
  /** How many people each cause holds back, and some of them by name. */
  causes: z.array(
    z.object({
      cause: CauseSchema,
      people: z.number(),
      some: z.array(z.object({ userId: z.string(), displayName: z.string() })),
    }),
  ),
  /** Addresses with which records came and that no user of the company has. */
  unknownAddresses: z.array(z.object({ email: z.string(), records: z.number() })),
  contact: ContactSchema.nullable(),
});
export type CompanyDiagnosis = z.infer<typeof CompanyDiagnosisSchema>;

export const SourceDelaySchema = z.strictObject({
  source: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/),
  event: z.enum(DELAYED_EVENTS),
  /** Hours within which the source tells of it. */
  hours: z.number().int().min(0).max(8760),
});
export type SourceDelayView = z.infer<typeof SourceDelaySchema>;

export const SourceDelayListSchema = z.object({ value: z.array(SourceDelaySchema) });
