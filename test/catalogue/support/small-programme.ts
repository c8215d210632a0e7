/** A small programme on disk, right in every respect, for tests that break one thing in it. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PROGRAMME = `programme: small
name: { en: Small, fr: Petit }
version: 2026-01-01
documented-until: 2030-12-31
levels:
  silver: { rank: 1, name: { en: Silver, fr: Argent } }
  gold: { rank: 2, name: { en: Gold, fr: Or } }
recognised-sources: [microsoft-learning]
retirement: { counts-for-months: 12, listed-for-months: 12 }
validity:
  - { years: 2 }
  - { from: 2021-06-30, years: 1 }
metrics:
  sales: { name: { en: Sales, fr: Ventes }, kind: revenue, unit: { en: USD, fr: USD } }
assets:
  audit: { en: Audit, fr: Audit }
association-types:
  reseller: { en: Reseller, fr: Revendeur }
areas:
  data: { en: Data, fr: Données }
focus-areas:
  Admin: { en: Admin, fr: Administration }
competencies: [storage]
`;

const SKILLS = `sources:
  page: The page of the vendor
skills:
  exam:a: { title: First exam, source: page }
  exam:b: { retired: 2017-12-31, replaced-by: [exam:a], source: page }
  cert:c: { title: Certified, validity: role-based, source: page }
aliases:
  exam:old-a: exam:a
`;

const COMPETENCY = `competency: storage
name: { en: Storage, fr: Stockage }
area: data
source: { text: The page of the vendor, confidence: high }
options:
  - id: only
    name: { en: Only, fr: Seule }
    levels:
      silver:
        - from: 2017-07-01
          until: 2020-01-01
          require:
            people: 2
            holds: { focus: Admin, any-of: [exam:a, exam:b] }
            of-which: [{ people: 1, also-holds: cert:c }]
        - from: 2020-01-01
          require:
            all-of:
              - { performance: sales, min: 10, window: trailing-12-months, associations: [reseller] }
              - { asset: audit }
`;

const EXAMPLES = `competency: storage
cases:
  - case: Two people of whom one is certified earn silver
    shows: met
    as-of: 2018-06-01
    facts:
      people:
        ana: [exam:a 2018-01-01, cert:c 2018-01-01]
        bob: [exam:b 2017-01-01]
    expect:
      outcomes: { only: { silver: met } }
      attained: silver
  - case: One person is one short
    shows: one-short
    as-of: 2018-06-01
    facts:
      people:
        ana: [exam:a 2018-01-01, cert:c 2018-01-01]
    expect:
      outcomes: { only: { silver: { outcome: unmet, short: 1 } } }
      attained: none
  - case: An exam of the future does not count
    shows: trap
    as-of: 2018-06-01
    facts:
      people:
        ana: [exam:a 2018-01-01, cert:c 2018-01-01]
        bob: [exam:a 2018-07-01]
    expect:
      outcomes: { only: { silver: { outcome: unmet, short: 1 } } }
      attained: none
      not-counted: { bob-1: { reason: not-yet-achieved, params: { on: 2018-07-01 } } }
`;

const FILES: Readonly<Record<string, string>> = {
  'programme.yaml': PROGRAMME,
  'skills.yaml': SKILLS,
  'competencies/storage.yaml': COMPETENCY,
  'examples/storage.yaml': EXAMPLES,
};

export interface Change {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** Writes the programme, changed as asked; a file changed to nothing at all is left out. */
export async function writeSmallProgramme(changes: readonly Change[] = []): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'catalogue-')), 'small');
  for (const [file, text] of Object.entries(FILES)) {
    let changed = text;
    for (const { find, put } of changes.filter((change) => change.file === file)) {
      if (!changed.includes(find)) throw new Error(`${file} does not contain ${find}`);
      changed = changed.replace(find, put);
    }
    if (changed === '') continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), changed);
  }
  return folder;
}

export function textOf(file: string): string {
  return FILES[file] ?? '';
}
