import { z } from 'zod';
import { AnswerQuerySchema } from '../../contract/common.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import type { Directory } from '../shared/person-refs.ts';
import type { Services } from '../shared/services.ts';

const SearchAnswerSchema = z.object({
  people: z.array(z.object({ userId: z.string(), label: z.string(), email: z.string() })),
  skills: z.array(z.object({ id: z.string(), title: z.string() })),
});

const SHOWN = 10;

/** The things whose text holds every word, those that begin with the first word before the others. */
function matches<T>(things: Iterable<T>, words: readonly string[], textOf: (thing: T) => string): T[] {
  const found: { readonly thing: T; readonly begins: boolean }[] = [];
  for (const thing of things) {
    const text = searchKey(textOf(thing));
    if (words.every((word) => text.includes(word))) found.push({ thing, begins: text.startsWith(words[0]!) });
  }
  return found
    .sort((a, b) => Number(b.begins) - Number(a.begins))
    .slice(0, SHOWN)
    .map(({ thing }) => thing);
}

function findPeople(directory: Directory, words: readonly string[]) {
  return matches(
    directory.values(),
    words,
    ({ firstName, lastName, workEmail }) => `${firstName} ${lastName} ${firstName} ${workEmail}`,
  ).map(({ userId, firstName, lastName, workEmail }) => ({
    userId,
    label: `${firstName} ${lastName}`.trim(),
    email: workEmail,
  }));
}

function findSkills(programme: Programme, words: readonly string[]) {
  return matches(programme.skills.values(), words, ({ code, title, id }) => `${code} ${title} ${id}`).map(
    ({ id, title }) => ({ id, title }),
  );
}

export function searchRoutes(services: Services): Route[] {
  const { answers, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/search',
      summary: 'People of the company and skills of the programme, within what the reader may see',
      access: { kind: 'partner', abilities: [] },
      query: AnswerQuerySchema.pick({ programme: true }).extend({ q: z.string().max(200) }),
      response: SearchAnswerSchema,
      handle: async (request) => {
        const words = searchWords(request.query.q);
        if (words.length === 0) return json({ people: [], skills: [] });
        const { abilities } = callerOf(request);
        const mayNames = abilities.has('users') || abilities.has('personal-data');
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, request.query.programme);
        const skills = findSkills(programme, words);
        if (!mayNames) return json({ people: [], skills });
        const { directory } = await answers.of(partnerId, programme, asOfQuery({}, now()));
        return json({ people: findPeople(directory, words), skills });
      },
    }),
  ];
}
