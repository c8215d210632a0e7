import { z } from 'zod';
import { DaySchema, NamedThingSchema } from './common.ts';
import { CaseStateSchema, ContactSchema } from './diagnosis.ts';
import { pageSchema } from './list-query.ts';

export const CASE_KINDS = ['missing-skill', 'merge', 'dispute'] as const;
export const CASE_STATES = ['asked', 'open', 'waiting', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];
const CASE_OUTCOMES = ['solved', 'declined', 'withdrawn'] as const;
/** What a file of a case shows. The last three are put together when the case is opened. */
export const PROOF_KINDS = [
  'transcript',
  'course-certificate',
  'users-report',
  'skills-report',
  'profile',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];
/** Bytes of one file, and files of one case. */
export const LARGEST_PROOF = 4 * 1024 * 1024;
export const MOST_PROOFS = 20;

export const CaseKindSchema = z.enum(CASE_KINDS);
export type CaseKind = z.infer<typeof CaseKindSchema>;

export const CASE_TEXT_LENGTH = 4_000;
const CaseTextSchema = z.string().trim().min(10).max(CASE_TEXT_LENGTH);
const ShortTextSchema = z.string().trim().min(1).max(200);

const what = {
  kind: CaseKindSchema,
  /** Missing and disputed skills: id or title as the person knows it. */
  skill: ShortTextSchema.nullable(),
  /** When it was achieved, of missing skills: from that day on its source is given time to tell. */
  achievedOn: DaySchema.nullable().optional(),
  /** Where it was earned. */
  source: ShortTextSchema.nullable(),
  /** Accounts to be merged: the one that the transcript names. */
  otherAccount: ShortTextSchema.nullable(),
  message: CaseTextSchema,
};

export const OpenCaseRequestSchema = z.strictObject({ ...what, userId: z.uuid() });
export type OpenCaseRequest = z.infer<typeof OpenCaseRequestSchema>;
/** A user asks the administrators of the company to open a case about him or her. */
export const AskForCaseRequestSchema = z.strictObject(what);

/** Which skill of the programmes was meant; `null` where none, or no single one, is known by what was typed. */
const KnownSkillSchema = z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable();

const CaseSummarySchema = z.object({
  caseId: z.string(),
  number: z.number().int(),
  partnerId: z.string(),
  partnerName: z.string(),
  kind: CaseKindSchema,
  person: z.object({ userId: z.string(), name: z.string() }),
  /** As it was typed. */
  skill: z.string().nullable(),
  knownSkill: KnownSkillSchema,
  state: z.enum(CASE_STATES),
  outcome: z.enum(CASE_OUTCOMES).nullable(),
  openedAt: z.string(),
  changedAt: z.string(),
  dueOn: DaySchema.nullable(),
  overdue: z.boolean(),
});
export type CaseSummary = z.infer<typeof CaseSummarySchema>;

const CASE_LISTS = ['open', 'closed'] as const;
export const CasesQuerySchema = z.strictObject({ show: z.enum(CASE_LISTS).optional(), ...pageSchema(200) });
export const CasesSchema = z.object({
  value: z.array(CaseSummarySchema),
  nextLink: z.string().nullable().optional(),
  count: z.number().int(),
});
export type Cases = z.infer<typeof CasesSchema>;

export const CaseSchema = CaseSummarySchema.extend({
  achievedOn: DaySchema.nullable(),
  source: z.string().nullable(),
  otherAccount: z.string().nullable(),
  messages: z.array(
    z.object({
      messageId: z.string(),
      at: z.string(),
      side: z.enum(['company', 'support']),
      /** Empty of people who are gone, and of support for companies. */
      author: z.string(),
      content: z.string(),
    }),
  ),
  files: z.array(
    z.object({
      fileId: z.string(),
      kind: z.enum(PROOF_KINDS),
      assembled: z.boolean(),
      fileName: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      addedAt: z.string(),
      /** The reader's role lets him or her open it: what shows skills asks for the skills report. */
      readable: z.boolean(),
    }),
  ),
  /** Whom to turn to where the act lies outside; `null` where the programmes name nobody. */
  contact: ContactSchema.nullable(),
  /** Which side the reader writes for. */
  side: z.enum(['company', 'support']),
});
export type Case = z.infer<typeof CaseSchema>;

/** What a case of a kind should show, and from where records are recognised; whether it can be opened for somebody. */
export const CaseFormQuerySchema = z.strictObject({
  kind: CaseKindSchema,
  userId: z.uuid().optional(),
  skill: ShortTextSchema.optional(),
  achievedOn: DaySchema.optional(),
  source: ShortTextSchema.optional(),
});
export const CaseFormSchema = z.object({
  proofs: z.array(z.enum(PROOF_KINDS)),
  recognisedSources: z.array(NamedThingSchema),
  /** Whom to turn to where the act lies outside. */
  contact: ContactSchema.nullable(),
  /** Whom the question names. */
  person: z.object({ userId: z.string(), name: z.string() }).nullable(),
  knownSkill: KnownSkillSchema,
  /** Whether it can be opened now, and if not, why and until when; `null` while nobody is named. */
  standing: CaseStateSchema.nullable(),
});
export type CaseForm = z.infer<typeof CaseFormSchema>;

export const CaseMessageRequestSchema = z.strictObject({
  message: z.string().trim().min(1).max(CASE_TEXT_LENGTH),
  /** Support waits for an answer of the company. */
  waiting: z.boolean().optional(),
});
export const CloseCaseRequestSchema = z.strictObject({
  outcome: z.enum(CASE_OUTCOMES),
  message: CaseTextSchema,
});
