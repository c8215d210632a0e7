import { z } from 'zod';
import { LocalTextSchema } from './common.ts';
import { PredicateViewSchema } from './explanation.ts';

export interface RequirementView {
  kind: 'all-of' | 'any-of' | 'people' | 'performance' | 'asset';
  of?: RequirementView[];
  count?: number;
  holds?: z.infer<typeof PredicateViewSchema>;
  ofWhich?: { count: number; alsoHolds: z.infer<typeof PredicateViewSchema> }[];
  group?: string | null;
  overlap?: 'allowed' | 'distinct';
  metric?: string;
  min?: number;
  market?: 'developed' | 'developing' | null;
  associations?: string[] | null;
  asset?: string;
}

const RequirementViewSchema: z.ZodType<RequirementView> = z.lazy(() =>
  z.object({
    kind: z.enum(['all-of', 'any-of', 'people', 'performance', 'asset']),
    of: z.array(RequirementViewSchema).optional(),
    count: z.number().optional(),
    holds: PredicateViewSchema.optional(),
    ofWhich: z.array(z.object({ count: z.number(), alsoHolds: PredicateViewSchema })).optional(),
    group: z.string().nullable().optional(),
    overlap: z.enum(['allowed', 'distinct']).optional(),
    metric: z.string().optional(),
    min: z.number().optional(),
    market: z.enum(['developed', 'developing']).nullable().optional(),
    associations: z.array(z.string()).nullable().optional(),
    asset: z.string().optional(),
  }),
);

/** The rules of a programme in force on a day, for any signed-in reader (« Compétences requises »). */
export const ProgrammeViewSchema = z.object({
  programme: z.string(),
  name: LocalTextSchema,
  version: z.string(),
  documentedUntil: z.string().nullable(),
  levels: z.array(z.object({ id: z.string(), name: LocalTextSchema, rank: z.number() })),
  competencies: z.array(
    z.object({
      competency: z.string(),
      name: LocalTextSchema,
      area: z.string().nullable(),
      source: z.object({ text: z.string(), confidence: z.string() }),
      notes: z.array(LocalTextSchema),
      options: z.array(
        z.object({
          option: z.string(),
          name: LocalTextSchema,
          levels: z.array(
            z.object({
              level: z.string(),
              from: z.string(),
              until: z.string().nullable(),
              source: z.object({ text: z.string(), confidence: z.string() }),
              requirement: RequirementViewSchema,
            }),
          ),
        }),
      ),
    }),
  ),
  skills: z.record(
    z.string(),
    z.object({ title: z.string(), kind: z.string(), code: z.string(), retiredOn: z.string().nullable() }),
  ),
  metrics: z.record(z.string(), z.object({ name: LocalTextSchema, kind: z.string(), unit: LocalTextSchema })),
  assets: z.record(z.string(), LocalTextSchema),
  associationTypes: z.record(z.string(), LocalTextSchema),
  recognisedSources: z.array(z.string()),
});
export type ProgrammeView = z.infer<typeof ProgrammeViewSchema>;
