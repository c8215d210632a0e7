/** A catalogue file of Microsoft Learn compared with the rules of a programme, before anything is kept of it. */
import { z } from 'zod';
import { FileProblemSchema } from './catalogue-versions.ts';

export const LEARN_FIELDS = ['title', 'retired', 'validity'] as const;
export type LearnField = (typeof LEARN_FIELDS)[number];

const LEARN_FILE_PROBLEMS = [
  'empty-file',
  'file-too-large',
  'wrong-format',
  'bad-encoding',
  'bad-json',
  'not-a-catalogue',
] as const;

/** Fields beside the file, as a form sends them. */
export const LearnFormSchema = z.object({
  programme: z.string().min(1).max(100),
  /** What to take over, parted by commas; everything when absent. */
  take: z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.enum(LEARN_FIELDS)).min(1))
    .optional(),
});

export type LearnForm = z.output<typeof LearnFormSchema>;

export const LearnDraftFormSchema = LearnFormSchema.extend({ note: z.string().trim().min(3).max(200) });
export type LearnDraftForm = z.output<typeof LearnDraftFormSchema>;

export const LearnPreviewSchema = z.object({
  /** Why the file cannot be read; then nothing else is told. */
  problem: z
    .object({
      code: z.enum(LEARN_FILE_PROBLEMS),
      line: z.number().int().nullable(),
      column: z.number().int().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    })
    .nullable(),
  /** Skills of the file, and those of the programme among them. */
  read: z.number().int(),
  known: z.number().int(),
  changes: z.array(
    z.object({
      skill: z.string(),
      title: z.string(),
      field: z.enum(LEARN_FIELDS),
      before: z.string().nullable(),
      after: z.string(),
    }),
  ),
  /** Said of a skill of the programme, and not taken over. */
  leftOut: z.array(
    z.object({ skill: z.string(), uid: z.string(), reason: z.enum(['renewal', 'twice']), value: z.string() }),
  ),
  /** Skills that the programme does not name, the first of them, and how many there are. */
  unknown: z.array(z.object({ uid: z.string(), title: z.string().nullable(), ambiguous: z.boolean() })),
  unknownCount: z.number().int(),
  /** Places of the file that could not be understood, the first of them, and how many there are. */
  notUnderstood: z.array(z.string()),
  notUnderstoodCount: z.number().int(),
  /** What would be wrong with the files of a draft: an example, say, that has another outcome. */
  found: z.array(FileProblemSchema),
});
export type LearnPreview = z.infer<typeof LearnPreviewSchema>;
