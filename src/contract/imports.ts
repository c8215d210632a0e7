import { z } from 'zod';
import type { FilterFields } from '../domain/list-filter/list-filter.ts';
import { IMPORT_FILE_PROBLEMS, IMPORT_ROW_REASONS, IMPORT_WARNINGS } from './import-codes.ts';
import { filterSchema, orderbySchema, pageSchema } from './list-query.ts';

export const IMPORT_KINDS = [
  'users',
  'skill-records',
  'insights-trainings',
  'ms-learn-transcript',
  'metrics',
] as const;
export const ImportKindSchema = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKindSchema>;

export const MappingSchema = z.strictObject({
  columns: z.record(z.string(), z.string()).optional(),
  dates: z.enum(['iso', 'dmy', 'mdy']).optional(),
});
export type Mapping = z.infer<typeof MappingSchema>;

const ImportCountsSchema = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
});

export const ImportRowSchema = z.object({
  line: z.number(),
  result: z.enum(['created', 'updated', 'unchanged', 'rejected']),
  reason: z.enum(IMPORT_ROW_REASONS).nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  id: z.string().nullable(),
});
export type ImportRow = z.infer<typeof ImportRowSchema>;

/**
 * An import: uploaded (kind guessed, mapping proposed, rows checked without writing), then applied in the
 * background. `state`: `checking` → `ready` → `applying` → `done`, or `failed` with `problem`.
 */
export const ImportRunSchema = z.object({
  importId: z.string(),
  kind: ImportKindSchema,
  guessedKind: ImportKindSchema.nullable(),
  fileName: z.string(),
  fileSize: z.number(),
  state: z.enum(['checking', 'ready', 'applying', 'done', 'failed']),
  problem: z
    .object({
      code: z.enum(IMPORT_FILE_PROBLEMS),
      line: z.number().nullable(),
      column: z.number().nullable(),
      field: z.string().nullable(),
      /** What the sentence about it needs: limits, what was found, what would be accepted. */
      params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    })
    .nullable(),
  warnings: z.array(z.enum(IMPORT_WARNINGS)),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  finishedAt: z.string().nullable(),
  rowsTotal: z.number().nullable(),
  rowsDone: z.number(),
  counts: ImportCountsSchema,
  mapping: MappingSchema,
  /**
   * Header found in the file, the field each column is taken for (null: ignored), and the first values. Of a
   * document, the keys that were not understood.
   */
  columns: z.array(
    z.object({ header: z.string(), field: z.string().nullable(), samples: z.array(z.string()) }),
  ),
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  /** Temporary passwords of the people it has added wait in the log for whoever asks: they are given once. */
  firstSignIns: z.boolean(),
  /** Levels that the import would change or has changed. */
  effect: z.array(
    z.object({
      /** Absent on imports from before a company could take part in several. */
      programme: z.string().optional(),
      competency: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type ImportRun = z.infer<typeof ImportRunSchema>;

const IMPORT_FILTER_FIELDS = {
  kind: 'text',
  fileName: 'text',
  fileSize: 'number',
  state: 'text',
  createdAt: 'instant',
  finishedAt: 'instant',
  rowsTotal: 'number',
} as const satisfies FilterFields;

const IMPORT_SORT_FIELDS = ['kind', 'fileName', 'fileSize', 'state', 'createdAt', 'finishedAt'] as const;

export const ImportsQuerySchema = z.strictObject({
  filter: filterSchema(IMPORT_FILTER_FIELDS).optional(),
  orderby: orderbySchema(IMPORT_SORT_FIELDS).optional(),
  ...pageSchema(200),
});

export const ImportListSchema = z.object({
  value: z.array(ImportRunSchema),
  nextLink: z.string().nullable().optional(),
});

export const ImportRowsSchema = z.object({
  value: z.array(ImportRowSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
});

export const UpdateImportRequestSchema = z.strictObject({
  kind: ImportKindSchema.optional(),
  mapping: MappingSchema.optional(),
});
