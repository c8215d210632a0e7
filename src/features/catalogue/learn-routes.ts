import { DraftSchema } from '../../contract/catalogue-versions.ts';
import {
  LEARN_FIELDS,
  type LearnDraftForm,
  LearnDraftFormSchema,
  type LearnForm,
  LearnFormSchema,
  type LearnPreview,
  LearnPreviewSchema,
} from '../../contract/learn-catalogue.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { validated } from '../../http/validation.ts';
import type { LearnCatalogueFailure } from '../../sources/ms-learn-catalogue.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { addDraft, type DraftFiles } from '../../store/catalogue-versions-store.ts';
import type { Actor } from '../../store/database.ts';
import { today } from '../shared/as-of.ts';
import { networkClaim } from '../shared/asked-partner.ts';
import { repeatable } from '../shared/repeatable.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { readLearnOnThread } from './catalogue-threads.ts';
import { draftView } from './draft-desk.ts';
import { filesInForce } from './files-in-force.ts';
import type { LearnReading } from './learn-changes.ts';

const BASE = '/api/v1/catalogue/learn-file';
const ACCESS = { kind: 'ability', ability: 'catalogue' } as const;

/** Of what nothing is taken from, so much is listed. */
const MOST_LISTED = 200;

const NOTHING: Omit<LearnPreview, 'problem'> = {
  read: 0,
  known: 0,
  changes: [],
  leftOut: [],
  unknown: [],
  unknownCount: 0,
  notUnderstood: [],
  notUnderstoodCount: 0,
  found: [],
};

function problemOf(failure: LearnCatalogueFailure): NonNullable<LearnPreview['problem']> {
  const at = { line: null, column: null, ...('line' in failure && { line: failure.line }) };
  const place = 'column' in failure ? { ...at, column: failure.column } : at;
  switch (failure.kind) {
    case 'wrong-format':
      return { code: failure.kind, ...place, params: { found: failure.found } };
    case 'file-too-large':
      return { code: failure.kind, ...place, params: { size: failure.size, limit: failure.limit } };
    case 'not-a-catalogue':
      return { code: failure.kind, ...place, params: { found: [...failure.foundKeys] } };
    default:
      return { code: failure.kind, ...place, params: {} };
  }
}

function previewOf(reading: LearnReading): LearnPreview {
  const { read, known, changes, leftOut, unknown, notUnderstood, notUnderstoodMore, problems } = reading;
  return {
    problem: null,
    read,
    known,
    changes: changes.map((each) => ({ ...each })),
    leftOut: leftOut.map((each) => ({ ...each })),
    unknown: unknown.slice(0, MOST_LISTED).map((each) => ({ ...each })),
    unknownCount: unknown.length,
    notUnderstood: [...notUnderstood],
    notUnderstoodCount: notUnderstood.length + notUnderstoodMore,
    found: problems.map((each) => ({ ...each })),
  };
}

/** Titles, retirements and renewals of Microsoft Learn's catalogue, shown as a difference and kept as a draft. */
export function learnRoutes(services: Services): Route[] {
  const { database, catalogue, now } = services;

  async function compared(
    actor: Actor,
    bytes: Uint8Array,
    {
      programme,
      take = LEARN_FIELDS,
    }: { programme: string; take?: readonly (typeof LEARN_FIELDS)[number][] | undefined },
  ) {
    if (!catalogue.delivered.has(programme)) {
      throw notFound('programme-not-found', 'There is no such programme.');
    }
    const begun = await database.asNetwork({ actor }, (tx) => filesInForce(tx, services, programme));
    const files = { id: programme, texts: new Map(Object.entries(begun.files)) };
    const outcome = await readLearnOnThread({ files, bytes, take, day: today(now()) });
    const tooLarge = { kind: 'file-too-large', size: bytes.byteLength, limit: bytes.byteLength } as const;
    return { begun, outcome: outcome ?? { kind: 'unreadable' as const, failure: tooLarge } };
  }

  return [
    route({
      method: 'POST',
      path: `${BASE}/preview`,
      summary:
        "What a catalogue file of Microsoft Learn says otherwise of a programme's skills; nothing is kept",
      access: ACCESS,
      upload: true,
      response: LearnPreviewSchema,
      handle: async (request) => {
        const { bytes, fields } = await request.upload();
        const asked = validated(LearnFormSchema, fields, 'body', request.locale) as LearnForm;
        const { outcome } = await compared(actorOf(callerOf(request)), bytes, asked);
        return json(
          outcome.kind === 'read'
            ? previewOf(outcome.reading)
            : { problem: problemOf(outcome.failure), ...NOTHING },
        );
      },
    }),
    route({
      method: 'POST',
      path: `${BASE}/draft`,
      summary: 'Begins a draft with exactly what a catalogue file of Microsoft Learn says otherwise',
      access: ACCESS,
      upload: true,
      response: DraftSchema,
      status: 201,
      handle: async (request) => {
        const { bytes, fields, fileName } = await request.upload();
        const { note, ...asked } = validated(
          LearnDraftFormSchema,
          fields,
          'body',
          request.locale,
        ) as LearnDraftForm;
        const actor = actorOf(callerOf(request));
        const { begun, outcome } = await compared(actor, bytes, asked);
        if (outcome.kind !== 'read') {
          throw badRequest(
            outcome.failure.kind,
            'The file cannot be read as a catalogue of Microsoft Learn.',
          );
        }
        const { changes, files } = outcome.reading;
        if (changes.length === 0) {
          throw conflict('nothing-differs', 'The file says nothing that the rules do not say.', {
            detail: 'No draft was begun.',
          });
        }
        const { programme } = asked;
        const { kept } = await database.asTenant(networkClaim(actor), (tx) =>
          repeatable(tx, request, async () => {
            const draft = { programme, note, madeFrom: begun.madeFrom, files: files as DraftFiles };
            const draftId = await addDraft(tx, draft);
            const details = {
              programme,
              note,
              madeFrom: begun.madeFrom,
              file: fileName,
              changes: changes.length,
            };
            await recordAudit(tx, { action: 'catalogue.draft-begun', subject: `draft:${draftId}`, details });
            return { draftId };
          }),
        );
        return { kind: 'json', status: 201, body: await draftView(services, kept.draftId, actor) };
      },
    }),
  ];
}
