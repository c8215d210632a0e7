import { z } from 'zod';
import {
  CatalogueVersionsSchema,
  DraftFileChangeSchema,
  DraftFileQuerySchema,
  DraftFileSchema,
  DraftSchema,
  NewDraftSchema,
} from '../../contract/catalogue-versions.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  addDraft,
  changeDraft,
  discardDraft,
  listDrafts,
  listPublications,
} from '../../store/catalogue-versions-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { today } from '../shared/as-of.ts';
import { networkClaim, networkClaimOf } from '../shared/asked-partner.ts';
import { repeatable } from '../shared/repeatable.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { askedDraft, draftView } from './draft-desk.ts';
import { type FilesToBegin, filesInForce } from './files-in-force.ts';
import { versionsView } from './version-views.ts';

const DRAFTS = '/api/v1/catalogue/drafts';
const MOST_BODY = 4 * 1024 * 1024;

const ACCESS = { kind: 'ability', ability: 'catalogue' } as const;

/** What has been published stays as it was: whoever wants other rules makes a draft of it. */
async function refusePublished(tx: TenantTransaction, draftId: string): Promise<void> {
  const publications = await listPublications(tx);
  if (publications.some((each) => each.draftId === draftId)) {
    throw conflict('draft-published', 'This version has been published and is not changed any more.', {
      detail: 'Make a draft from it, and change that.',
    });
  }
}

export function draftRoutes(services: Services): Route[] {
  const { database, programmes, catalogue, now } = services;

  /** The files of the rules in force, or of another draft. */
  async function filesToBegin(
    tx: TenantTransaction,
    programme: string,
    from: string | undefined,
  ): Promise<FilesToBegin> {
    if (from === undefined) return filesInForce(tx, services, programme);
    const draft = await askedDraft(tx, from);
    if (draft.programme !== programme) {
      throw badRequest('other-programme', 'The draft to go on from is of another programme.');
    }
    return { files: draft.files, madeFrom: draft.catalogue ?? draft.madeFrom };
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/catalogue',
      summary: 'The programmes with the rules in force, what was published, and drafts',
      access: ACCESS,
      response: CatalogueVersionsSchema,
      handle: async (request) => {
        const known = await database.asNetwork({ actor: actorOf(callerOf(request)) }, async (tx) => ({
          drafts: await listDrafts(tx),
          publications: await listPublications(tx),
        }));
        const { delivered } = catalogue;
        return json({ value: versionsView({ ...known, programmes, delivered, day: today(now()) }) });
      },
    }),
    route({
      method: 'POST',
      path: DRAFTS,
      summary: 'Begins a draft from the rules in force, or from another draft',
      access: ACCESS,
      body: NewDraftSchema,
      response: DraftSchema,
      status: 201,
      handle: async (request) => {
        const { programme, note, from } = request.body;
        if (!catalogue.delivered.has(programme)) {
          throw notFound('programme-not-found', 'There is no such programme.');
        }
        const actor = actorOf(callerOf(request));
        const { kept } = await database.asTenant(networkClaim(actor), (tx) =>
          repeatable(tx, request, async () => {
            const begun = await filesToBegin(tx, programme, from);
            const draftId = await addDraft(tx, { programme, note, ...begun });
            const details = { programme, note, madeFrom: begun.madeFrom };
            await recordAudit(tx, { action: 'catalogue.draft-begun', subject: `draft:${draftId}`, details });
            return { draftId };
          }),
        );
        return { kind: 'json', status: 201, body: await draftView(services, kept.draftId, actor) };
      },
    }),
    route({
      method: 'GET',
      path: `${DRAFTS}/{draftId}`,
      summary: 'A draft: its files, what is wrong with them, and what it changes in the rules in force',
      access: ACCESS,
      response: DraftSchema,
      handle: async (request) =>
        json(await draftView(services, request.params.draftId, actorOf(callerOf(request)))),
    }),
    route({
      method: 'DELETE',
      path: `${DRAFTS}/{draftId}`,
      summary: 'Discards a draft that was never published',
      access: ACCESS,
      handle: async (request) => {
        await database.asTenant(networkClaimOf(request), async (tx) => {
          const { draftId, programme, note } = await askedDraft(tx, request.params.draftId, true);
          await refusePublished(tx, draftId);
          await discardDraft(tx, draftId);
          const details = { programme, note };
          await recordAudit(tx, {
            action: 'catalogue.draft-discarded',
            subject: `draft:${draftId}`,
            details,
          });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: `${DRAFTS}/{draftId}/file`,
      summary: 'One file of a draft as text',
      access: ACCESS,
      query: DraftFileQuerySchema,
      response: DraftFileSchema,
      handle: async (request) => {
        const { path } = request.query;
        const actor = actorOf(callerOf(request));
        const { files, revision } = await database.asNetwork({ actor }, (tx) =>
          askedDraft(tx, request.params.draftId),
        );
        const text = files[path];
        if (text === undefined) throw notFound('file-not-found', 'The draft has no such file.');
        return json({ path, text, revision });
      },
    }),
    route({
      method: 'PATCH',
      path: `${DRAFTS}/{draftId}/file`,
      summary: 'Writes one file of a draft, or takes it out; the next reading checks the whole draft',
      access: ACCESS,
      body: DraftFileChangeSchema,
      response: z.object({ revision: z.number().int() }),
      bodyLimit: MOST_BODY,
      handle: async (request) => {
        const { path, text, revision } = request.body;
        const next = await database.asTenant(networkClaimOf(request), async (tx) => {
          const draft = await askedDraft(tx, request.params.draftId, true);
          await refusePublished(tx, draft.draftId);
          if (draft.revision !== revision) {
            throw conflict('changed-meanwhile', 'The draft has been changed since it was read.', {
              detail: 'Nothing was written. Read the draft again, and put in what you have changed.',
            });
          }
          const { [path]: _, ...others } = draft.files;
          await changeDraft(tx, draft.draftId, text === null ? others : { ...others, [path]: text });
          const details = { path, revision: revision + 1 };
          const subject = `draft:${draft.draftId}`;
          await recordAudit(tx, { action: 'catalogue.draft-changed', subject, details });
          return revision + 1;
        });
        return json({ revision: next });
      },
    }),
  ];
}
