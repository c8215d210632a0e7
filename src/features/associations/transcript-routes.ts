import {
  ShownTranscriptSchema,
  TranscriptCodeRequestSchema,
  TranscriptRequestSchema,
} from '../../contract/associations.ts';
import { BegunRoundSchema } from '../../contract/sign-in.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { ownSession, requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import { ownPerson } from '../shared/own-person.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { beginAssociation } from './begin-association.ts';
import { checkTranscriptCode } from './check-transcript-code.ts';
import { requireUnproved } from './prove-transcript.ts';
import { showTranscript } from './show-transcript.ts';

const ACCESS = { kind: 'ability', ability: 'own-profile' } as const;

/** Showing a learning account by the share link of its transcript, proved by a code to its owner or by signing in. */
export function transcriptRoutes(services: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/me/learning-accounts/transcript',
      summary: 'Show the own transcript by its share link; a code goes to its contact e-mail',
      access: ACCESS,
      body: TranscriptRequestSchema,
      response: ShownTranscriptSchema,
      status: 201,
      handle: async (request) => {
        ownPerson(callerOf(request));
        const own = await requireFreshSignIn(services, request);
        return {
          kind: 'json',
          status: 201,
          body: { proofId: await showTranscript(services, own, request.body.link) },
        };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/association-proofs/{proofId}/sign-in',
      summary: 'Begin to sign in with the learning account of a transcript: where the browser goes',
      access: ACCESS,
      response: BegunRoundSchema,
      handle: async (request) => {
        ownPerson(callerOf(request));
        const own = await requireFreshSignIn(services, request);
        const transcriptProofId = uuidParam(request.params, 'proofId');
        await requireUnproved(services, own, transcriptProofId);
        return beginAssociation(services, own, { transcriptProofId });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/association-proofs/{proofId}/code',
      summary: 'Give the code that was sent to the owner of a transcript',
      access: ACCESS,
      body: TranscriptCodeRequestSchema,
      handle: async (request) => {
        ownPerson(callerOf(request));
        const proofId = uuidParam(request.params, 'proofId');
        await checkTranscriptCode(services, ownSession(services, request), proofId, request.body.code);
        return { kind: 'empty' };
      },
    }),
  ];
}
