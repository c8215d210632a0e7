import {
  AssociatedSchema,
  AssociationProofSchema,
  BeginAssociationRequestSchema,
  EndedAssociationSchema,
  EndingEffectSchema,
} from '../../contract/associations.ts';
import { BegunRoundSchema, RoundAnswerQuerySchema } from '../../contract/sign-in.ts';
import { notFound } from '../../http/problem.ts';
import { type Answer, callerOf, json, type Route, route } from '../../http/route.ts';
import { sessionCookieName } from '../../http/session-cookie.ts';
import { findAssociationProof } from '../../store/association-proofs-store.ts';
import { ownSession, requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import { ownPerson } from '../shared/own-person.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { associationProofView } from './association-proof-view.ts';
import { beginAssociation, LEARNING_CALLBACK } from './begin-association.ts';
import { confirmAssociation } from './confirm-association.ts';
import { endUserAssociation } from './end-association.ts';
import { endingEffect, openAssociation } from './ending-effect.ts';
import { transcriptOfRound } from './prove-transcript.ts';
import { showLearningAccount } from './show-learning-account.ts';

const ACCESS = { kind: 'ability', ability: 'own-profile' } as const;
const PROFILE = '/profile';

/** Where the person goes on: with what was shown, or from the start. */
function pageOf(proofId: string | null): string {
  return proofId === null ? PROFILE : `${PROFILE}/associate/${proofId}`;
}

/** Associating and dissociating the own learning accounts. */
export function associationRoutes(services: Services): Route[] {
  const { database, https, oidc } = services;

  function redirect(to: string, cookie: string | null): Answer<never> {
    return { kind: 'redirect', to, ...(cookie === null ? {} : { headers: { 'set-cookie': cookie } }) };
  }

  return [
    route({
      method: 'POST',
      path: '/api/v1/me/learning-accounts/associate',
      summary: 'Begin to associate the own learning account: where the browser goes to show it',
      access: ACCESS,
      body: BeginAssociationRequestSchema,
      response: BegunRoundSchema,
      handle: async (request) => {
        ownPerson(callerOf(request));
        const own = await requireFreshSignIn(services, request);
        return beginAssociation(services, own, { providers: request.body.providers });
      },
    }),
    route({
      method: 'GET',
      path: LEARNING_CALLBACK,
      summary: 'Where the provider of learning accounts sends the browser back',
      access: { kind: 'public' },
      query: RoundAnswerQuerySchema,
      handle: async (request) => {
        const sessionToken = request.cookies[sessionCookieName(https)] ?? null;
        const finished = await oidc.finish({ url: request.url, cookies: request.cookies, sessionToken });
        const { cookie } = finished;
        if (finished.kind === 'refused') {
          const page = pageOf(finished.round === null ? null : transcriptOfRound(finished.round));
          return redirect(`${page}?problem=${finished.reason}`, cookie);
        }
        const shown = await showLearningAccount(services, finished, sessionToken ?? '');
        const page = pageOf(shown.proofId ?? null);
        return redirect(shown.kind === 'shown' ? page : `${page}?problem=${shown.problem}`, cookie);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/association-proofs/{proofId}',
      summary: 'What was found behind a learning account, and what associating it would do',
      access: ACCESS,
      response: AssociationProofSchema,
      handle: async (request) => {
        ownPerson(callerOf(request));
        const { partnerId, userId, sessionToken } = ownSession(services, request);
        const owner = { userId, sessionHash: tokenHash(sessionToken) };
        const actor = { kind: 'user', userId } as const;
        const proofId = uuidParam(request.params, 'proofId');
        const findSkill = await finderFor(services, partnerId);
        return json(
          await database.readAsTenant({ partnerId, actor }, async (tx) => {
            const proof = await findAssociationProof(tx, proofId, owner);
            if (proof === null)
              throw notFound('proof-over', 'What was shown is no longer at hand; begin again.');
            return associationProofView(services, findSkill, tx, proof);
          }),
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/association-proofs/{proofId}/confirm',
      summary: 'Associate the learning account that was shown',
      access: ACCESS,
      response: AssociatedSchema,
      handle: async (request) => {
        ownPerson(callerOf(request));
        const proofId = uuidParam(request.params, 'proofId');
        return json(await confirmAssociation(services, ownSession(services, request), proofId));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/associations/{associationId}/ending-effect',
      summary: 'What stops counting when an own association ends today',
      access: ACCESS,
      response: EndingEffectSchema,
      handle: async (request) => {
        const caller = callerOf(request);
        const { userId, partnerId } = ownPerson(caller);
        const claim = { partnerId, actor: { kind: 'user', userId } } as const;
        const associationId = uuidParam(request.params, 'associationId');
        const association = await database.readAsTenant(claim, (tx) =>
          openAssociation(tx, userId, associationId),
        );
        if (association === null) throw notFound();
        const may = { readLevels: caller.abilities.has('competencies') };
        return json(await endingEffect(services, { partnerId, userId }, association, may));
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/associations/{associationId}/end',
      summary: 'Dissociate an own learning account',
      access: ACCESS,
      response: EndedAssociationSchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const associationId = uuidParam(request.params, 'associationId');
        return json(
          await togetherOrAgain(() =>
            database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
              endUserAssociation(tx, { userId, associationId, isAdmin: false }),
            ),
          ),
        );
      },
    }),
  ];
}
