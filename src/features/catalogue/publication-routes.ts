import { z } from 'zod';
import { NewPublicationSchema, RollBackSchema } from '../../contract/catalogue-versions.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  addPublication,
  holdPublications,
  listPublications,
  withdrawPublication,
} from '../../store/catalogue-versions-store.ts';
import { rehearsalsOf } from '../../store/rehearsals-store.ts';
import { today } from '../shared/as-of.ts';
import { networkClaim, networkClaimOf } from '../shared/asked-partner.ts';
import { repeatable } from '../shared/repeatable.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { askedDraft, checkedDraft } from './draft-desk.ts';

const ACCESS = { kind: 'ability', ability: 'catalogue' } as const;
const PublishedSchema = z.object({ publicationId: z.number().int(), version: z.string() });

/** Puts rules in force, at once or from a day on, and goes back to those before. */
export function publicationRoutes(services: Services): Route[] {
  const { database, programmes, catalogue, now } = services;
  return [
    route({
      method: 'POST',
      path: '/api/v1/catalogue/drafts/{draftId}/publication',
      summary: 'Puts a draft in force, today or from a later day on, once it has been rehearsed',
      access: ACCESS,
      body: NewPublicationSchema,
      response: PublishedSchema,
      status: 201,
      handle: async (request) => {
        const { effectiveOn = today(now()), reason, revision } = request.body;
        if (effectiveOn < today(now())) {
          throw badRequest('day-passed', 'Rules come into force today or later.', [
            { field: 'effectiveOn', code: 'day-passed' },
          ]);
        }
        const actor = actorOf(callerOf(request));
        const read = await database.asNetwork({ actor }, (tx) => askedDraft(tx, request.params.draftId));
        const { problems } = await checkedDraft(services, read, actor);
        if (problems!.length > 0) {
          throw conflict('draft-has-problems', 'The files of the draft have problems.', {
            detail: 'Nothing was published. Mend what the page of the draft lists.',
          });
        }
        const { kept } = await database.asTenant(networkClaim(actor), async (tx) => {
          await holdPublications(tx);
          return repeatable(tx, request, async () => {
            const draft = await askedDraft(tx, request.params.draftId, true);
            if (draft.revision !== revision) {
              throw conflict('changed-meanwhile', 'The draft has been changed since it was read.', {
                detail: 'Nothing was published. Look at what it changes now, and rehearse it again.',
              });
            }
            const version = draft.catalogue!;
            const inForce = programmes.get(draft.programme)!.version;
            const rehearsed = (await rehearsalsOf(tx, draft.draftId)).some(
              (each) => each.state === 'done' && each.revision === revision && each.fromCatalogue === inForce,
            );
            if (!rehearsed) {
              throw conflict(
                'rehearse-first',
                'This revision has not been rehearsed against the rules in force.',
                {
                  detail:
                    'Nothing was published. Rehearse it, look at whom it concerns, and publish it then.',
                },
              );
            }
            const { draftId, programme } = draft;
            const publicationId = await addPublication(tx, {
              programme,
              draftId,
              catalogue: version,
              effectiveOn,
              reason,
            });
            const details = { programme, version, effectiveOn, reason };
            const subject = `publication:${publicationId}`;
            await recordAudit(tx, { action: 'catalogue.published', subject, details });
            return { publicationId, version };
          });
        });
        await catalogue.refresh();
        return { kind: 'json', status: 201, body: kept };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/catalogue/publications/{publicationId}',
      summary: 'Takes back a publication whose day has not come',
      access: ACCESS,
      handle: async (request) => {
        const id = Number(request.params.publicationId);
        await database.asTenant(networkClaimOf(request), async (tx) => {
          await holdPublications(tx);
          const found = (await listPublications(tx)).find((each) => each.publicationId === id);
          if (found === undefined || found.withdrawnAt !== null) {
            throw notFound('publication-not-found', 'There is no such publication.');
          }
          if (found.effectiveOn <= today(now())) {
            throw conflict('in-force-already', 'These rules are in force already.', {
              detail: 'Nothing was changed. Go back to earlier rules instead.',
            });
          }
          await withdrawPublication(tx, id);
          const { programme, catalogue: version, effectiveOn } = found;
          const details = { programme, version, effectiveOn };
          await recordAudit(tx, { action: 'catalogue.withdrawn', subject: `publication:${id}`, details });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/catalogue/roll-back',
      summary: 'Puts rules in force again, at once, that were in force before',
      access: ACCESS,
      body: RollBackSchema,
      response: PublishedSchema,
      status: 201,
      handle: async (request) => {
        const { programme, publicationId, reason } = request.body;
        const delivered = catalogue.delivered.get(programme);
        if (delivered === undefined) throw notFound('programme-not-found', 'There is no such programme.');
        const actor = actorOf(callerOf(request));
        const { kept } = await database.asTenant(networkClaim(actor), async (tx) => {
          await holdPublications(tx);
          return repeatable(tx, request, async () => {
            const earlier = (await listPublications(tx)).find(
              (each) => each.publicationId === publicationId && each.programme === programme,
            );
            if (publicationId !== null && earlier === undefined) {
              throw notFound('publication-not-found', 'There is no such publication.');
            }
            const effectiveOn = today(now());
            const version = earlier?.draftId == null ? delivered.version : earlier.catalogue;
            const draftId = earlier?.draftId ?? null;
            const again = { programme, draftId, catalogue: version, effectiveOn, reason };
            const id = await addPublication(tx, again);
            const details = { programme, version, reason };
            await recordAudit(tx, { action: 'catalogue.rolled-back', subject: `publication:${id}`, details });
            return { publicationId: id, version };
          });
        });
        await catalogue.refresh();
        return { kind: 'json', status: 201, body: kept };
      },
    }),
  ];
}
