import type { NamedThing } from '../../domain/catalogue/catalogue.ts';

/** The names of things of the catalogue, as an answer carries them. */
export function namesById(things: ReadonlyMap<string, NamedThing>): Record<string, NamedThing['name']> {
  return Object.fromEntries([...things.values()].map(({ id, name }) => [id, name]));
}
