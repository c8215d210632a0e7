import { HttpProblem } from '../../http/problem.ts';

/** How much of what a client could work out itself is told with every answer. */
export type MetadataLevel = 'none' | 'minimal' | 'full';

const LEVELS: readonly MetadataLevel[] = ['none', 'minimal', 'full'];

function levelIn(mediaType: string): MetadataLevel | null {
  const [type = '', ...parameters] = mediaType.toLowerCase().split(';');
  if (!['application/json', 'json', '*/*', 'application/*', ''].includes(type.trim())) return null;
  const asked = parameters.map((each) => each.trim()).find((each) => each.startsWith('odata.metadata='));
  if (asked === undefined) return 'minimal';
  return LEVELS.find((level) => level === asked.slice('odata.metadata='.length)) ?? null;
}

/** What the address asks for, else the header: the first of the media types that the feed can write. */
export function metadataLevel(format: string | undefined, accept: string | undefined): MetadataLevel {
  const wanted = format === undefined ? (accept ?? '*/*').split(',') : [format];
  for (const mediaType of wanted) {
    const level = levelIn(mediaType);
    if (level !== null) return level;
  }
  throw new HttpProblem(
    406,
    'not-acceptable',
    'The feed is written as JSON; its description ($metadata) as XML.',
  );
}

export function jsonType(level: MetadataLevel): string {
  return `application/json;odata.metadata=${level};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`;
}

/** Programs that only know an older protocol are told at once. */
export function checkVersion(most: string | undefined): void {
  if (most !== undefined && Number.parseFloat(most) < 4) {
    throw new HttpProblem(400, 'odata-version', 'This feed speaks OData 4.0.');
  }
}
