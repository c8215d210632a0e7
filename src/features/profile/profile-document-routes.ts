import { Readable } from 'node:stream';
import { SentProfileSchema } from '../../contract/profile.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { today } from '../shared/as-of.ts';
import { ownPerson } from '../shared/own-person.ts';
import type { Services } from '../shared/services.ts';
import { ownProfile } from './own-profile.ts';
import { PDF_MEDIA_TYPE, profileDocument } from './profile-document.ts';
import { sendProfile } from './send-profile.ts';

/** The own profile as a dated document: to keep, and for the administrators of the company. */
export function profileDocumentRoutes(services: Services): Route[] {
  const { now } = services;
  const access = { kind: 'ability', ability: 'own-profile' } as const;
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/profile-document',
      summary: 'The own profile of today as a PDF',
      access,
      files: [PDF_MEDIA_TYPE],
      handle: async (request) => {
        const profile = await ownProfile(services, ownPerson(callerOf(request)), {
          validAt: today(now()),
          knownAt: null,
        });
        const { content, ...file } = await profileDocument(profile, request.locale, now());
        return { kind: 'file', ...file, content: Readable.from([content]) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/profile-document/send',
      summary: 'Sends the own profile of today to the account admins and global admins of the company',
      access,
      response: SentProfileSchema,
      handle: async (request) =>
        json(await sendProfile(services, ownPerson(callerOf(request)), request.locale)),
    }),
  ];
}
