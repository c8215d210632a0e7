/** Versions of the rules: drafts, what they change, whom that concerns, and which of them is in force. */
import { z } from 'zod';
import { POLICY_CODES, SKILL_FIELDS } from '../domain/rehearsal/catalogue-difference.ts';
import { ProgrammeViewSchema, RequirementViewSchema } from './catalogue.ts';
import { DaySchema, LocalTextSchema, NamedThingSchema } from './common.ts';
import { pageSchema } from './list-query.ts';

const ReasonSchema = z.string().trim().min(3).max(500);

const PublicationSchema = z.object({
  publicationId: z.number().int(),
  /** Null: the rules that the package delivers. */
  draftId: z.string().nullable(),
  version: z.string(),
  effectiveOn: DaySchema,
  reason: z.string(),
  publishedAt: z.string(),
  state: z.enum(['in-force', 'scheduled', 'replaced', 'withdrawn']),
});
export type PublicationView = z.infer<typeof PublicationSchema>;

const DraftSummarySchema = z.object({
  draftId: z.string(),
  programme: z.string(),
  note: z.string(),
  madeFrom: z.string(),
  revision: z.number().int(),
  changedAt: z.string(),
  /** Null until this revision has been checked, and where its files make no rules. */
  version: z.string().nullable(),
  /** Null until this revision has been checked. */
  problems: z.number().int().nullable(),
  published: z.boolean(),
});
export type DraftSummary = z.infer<typeof DraftSummarySchema>;

export const CatalogueVersionsSchema = z.object({
  value: z.array(
    z.object({
      programme: NamedThingSchema,
      version: z.string(),
      deliveredVersion: z.string(),
      /** The latest day first. */
      publications: z.array(PublicationSchema),
      drafts: z.array(DraftSummarySchema),
      /** It counts skills of Microsoft Learn, whose catalogue file can be compared with it. */
      readsLearn: z.boolean(),
    }),
  ),
});
export type CatalogueVersions = z.infer<typeof CatalogueVersionsSchema>;

export const NewDraftSchema = z.strictObject({
  programme: z.string().min(1).max(100),
  note: z.string().trim().min(3).max(200),
  /** A draft or published version to go on from; the rules in force when absent. */
  from: z.uuid().optional(),
});

/** Characters of one file. */
const MOST_FILE_CHARACTERS = 1_000_000;

const PathSchema = z
  .string()
  .regex(/^(?:\.\.\/[\w-]+|programme|skills|membership|(?:competencies|examples)\/[\w-]+)\.yaml$/);

export const DraftFileQuerySchema = z.strictObject({ path: PathSchema });
export const DraftFileSchema = z.object({ path: z.string(), text: z.string(), revision: z.number().int() });
export type DraftFile = z.infer<typeof DraftFileSchema>;

export const DraftFileChangeSchema = z.strictObject({
  path: PathSchema,
  /** Null: the file is taken out. */
  text: z.string().max(MOST_FILE_CHARACTERS).nullable(),
  /** The revision that was read: of two who change one draft at once the second is told. */
  revision: z.number().int(),
});

const RulesSpanSchema = z.object({
  from: DaySchema.nullable(),
  until: DaySchema.nullable(),
  before: RequirementViewSchema.nullable(),
  after: RequirementViewSchema.nullable(),
});

const DifferenceSchema = z.object({
  policies: z.array(
    z.object({ policy: z.enum(POLICY_CODES), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  skills: z.array(
    z.object({
      skill: z.string(),
      title: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
      fields: z.array(
        z.object({
          field: z.enum(SKILL_FIELDS),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  ),
  competencies: z.array(
    z.object({
      competency: NamedThingSchema,
      kind: z.enum(['added', 'removed', 'described-otherwise']),
    }),
  ),
  rules: z.array(
    z.object({
      competency: NamedThingSchema,
      /** Null: the only way of its time, without a name. */
      option: LocalTextSchema.nullable(),
      level: NamedThingSchema,
      spans: z.array(RulesSpanSchema),
    }),
  ),
  /** Names of what the rules speak of; competencies without their options. */
  names: ProgrammeViewSchema,
});
export type DifferenceView = z.infer<typeof DifferenceSchema>;

export const RehearsalSchema = z.object({
  rehearsalId: z.string(),
  draftId: z.string(),
  programme: NamedThingSchema,
  revision: z.number().int(),
  fromVersion: z.string(),
  toVersion: z.string(),
  firstDay: DaySchema,
  lastDay: DaySchema,
  requestedAt: z.string(),
  state: z.enum(['queued', 'running', 'done', 'stopped', 'failed']),
  total: z.number().int(),
  done: z.number().int(),
  /** At the speed since a server took it up; null until something has moved, and when it is over. */
  expectedEnd: z.string().nullable(),
  finishedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** Companies that lose or gain something, the levels that they do, and companies that could not be asked. */
  counts: z.object({
    losing: z.number().int(),
    gaining: z.number().int(),
    lost: z.number().int(),
    gained: z.number().int(),
    failed: z.number().int(),
  }),
});
export type RehearsalView = z.infer<typeof RehearsalSchema>;

/** What the check of programme files finds, with its place. */
export const FileProblemSchema = z.object({
  file: z.string(),
  line: z.number().nullable(),
  column: z.number().nullable(),
  message: z.string(),
});
export type FileProblemView = z.infer<typeof FileProblemSchema>;

export const DraftSchema = DraftSummarySchema.extend({
  files: z.array(z.object({ path: z.string(), characters: z.number().int() })),
  found: z.array(FileProblemSchema),
  inForce: z.string(),
  /** Null while the files make no rules. */
  difference: DifferenceSchema.nullable(),
  /** The latest of this draft first. */
  rehearsals: z.array(RehearsalSchema),
});
export type DraftView = z.infer<typeof DraftSchema>;

export const NewRehearsalSchema = z.strictObject({
  /** The day from which on the draft shall be in force; today when absent. */
  effectiveOn: DaySchema.optional(),
});

export const NewPublicationSchema = z.strictObject({
  effectiveOn: DaySchema.optional(),
  reason: ReasonSchema,
  /** The revision that was read and rehearsed. */
  revision: z.number().int(),
});

export const RollBackSchema = z.strictObject({
  programme: z.string().min(1).max(100),
  /** Rules that were in force before; those that the package delivers when null. */
  publicationId: z.number().int().nullable(),
  reason: ReasonSchema,
});

export const REHEARSAL_LISTS = ['lost', 'gained', 'failed'] as const;
export type RehearsalList = (typeof REHEARSAL_LISTS)[number];

export const RehearsedCompaniesQuerySchema = z.strictObject({
  show: z.enum(REHEARSAL_LISTS).optional(),
  ...pageSchema(500),
});

const RehearsedChangeSchema = z.object({
  kind: z.enum(['lost', 'gained']),
  competency: NamedThingSchema,
  level: NamedThingSchema,
  on: DaySchema,
  /** First day on which both versions agree again; null when they do not as far as was looked ahead. */
  until: DaySchema.nullable(),
  /** The anniversary until which a membership holds a lost level all the same. */
  keptUntil: DaySchema.nullable(),
});

export const RehearsedCompaniesSchema = z.object({
  value: z.array(
    z.object({
      partnerId: z.string(),
      partnerName: z.string(),
      changes: z.array(RehearsedChangeSchema),
      failure: z.string().nullable(),
    }),
  ),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
});
export type RehearsedCompanies = z.infer<typeof RehearsedCompaniesSchema>;

export const NoticeListQuerySchema = z.strictObject({
  format: z.enum(['csv', 'xlsx', 'tsv']).optional(),
  lang: z.enum(['fr', 'en']).optional(),
});
