/**
 * `skills.yaml`: every skill a record or a rule may name, and the other ids that mean the same. What several programmes
 * share stands in a file of the same form beside their folders.
 */
import type { Skill, SkillId, SkillKind } from '../domain/catalogue/catalogue.ts';
import { type Cursor, type Entry, entriesOf, fieldsOf, isMapping, report, scalarOf } from './yaml-cursor.ts';
import { readDay, readKnown, readOneOf, readText, readTexts } from './yaml-values.ts';

export interface SkillsFile {
  readonly skills: ReadonlyMap<SkillId, Skill>;
  readonly aliases: ReadonlyMap<string, SkillId>;
  /** Named by `source` of a skill. */
  readonly sources: ReadonlyMap<string, string>;
  /** Prefix of skill ids → who issues them, unless the skill says otherwise. */
  readonly providers: ReadonlyMap<string, string>;
}

const KIND_OF_PREFIX: ReadonlyMap<string, SkillKind> = new Map([
  ['exam', 'exam'],
  ['cert', 'certification'],
  ['assessment', 'assessment'],
  ['external', 'external'],
  ['credential', 'credential'],
]);

type Defaults = Pick<SkillsFile, 'sources' | 'providers'>;

const NOTHING: SkillsFile = {
  skills: new Map(),
  aliases: new Map(),
  sources: new Map(),
  providers: new Map(),
};

/** The place of the name of the file of shared skills, which lies beside the folder; `null` when nothing is shared. */
export function sharedSkills(root: Cursor): Cursor | null {
  const shared = isMapping(root) ? entriesOf(root).find(({ key }) => key === 'shared') : undefined;
  return shared?.value ?? null;
}

/** @param shared what the file named by `shared` holds; `null` for a file that names none */
export function readSkillsFile(root: Cursor, shared: SkillsFile | null = null): SkillsFile {
  const { skills: known, aliases: knownAliases, ...before } = shared ?? NOTHING;
  const own = ['sources', 'skills'];
  const others = ['providers', 'aliases'];
  const fields =
    shared === null ? fieldsOf(root, own, others) : fieldsOf(root, ['shared'], [...own, ...others]);
  const defaults = {
    sources: new Map([...before.sources, ...readTextMap(fields.get('sources'))]),
    providers: new Map([...before.providers, ...readTextMap(fields.get('providers'))]),
  };
  const skills = new Map(known);
  const entries = fields.has('skills') ? entriesOf(fields.get('skills')!) : [];
  for (const entry of entries) {
    const skill = readSkill(entry, defaults);
    if (skill === null) continue;
    if (known.has(skill.id)) report(entry.keyCursor, `\`${skill.id}\` is shared already; take it out here`);
    skills.set(skill.id, skill);
  }
  for (const entry of entries) checkNamedSkills(entry, skills);
  const aliases = new Map([...knownAliases, ...readAliases(fields.get('aliases'), skills)]);
  return { ...defaults, skills, aliases };
}

function readTextMap(cursor: Cursor | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key, value } of cursor === undefined ? [] : entriesOf(cursor)) texts.set(key, readText(value));
  return texts;
}

function readSkill({ key, keyCursor, value }: Entry, { sources, providers }: Defaults): Skill | null {
  const colon = key.indexOf(':');
  const prefix = key.slice(0, colon);
  const kind = KIND_OF_PREFIX.get(prefix);
  if (kind === undefined || colon === key.length - 1) {
    report(
      keyCursor,
      `\`${key}\` is not a skill id; write one of ${[...KIND_OF_PREFIX.keys()].join(':, ')}:<code>`,
    );
    return null;
  }
  const code = key.slice(colon + 1);
  const fields = fieldsOf(
    value,
    ['source'],
    ['title', 'retired', 'retired-before', 'replaced-by', 'prerequisites', 'validity', 'provider'],
  );
  if (!fields.has('title') && kind !== 'exam')
    report(value, '`title` is missing (only exams may go without)');
  if (fields.has('retired') && fields.has('retired-before')) {
    report(value, '`retired` and `retired-before` exclude each other; keep the date that is known');
  }
  const provider = fields.get('provider');
  return {
    id: key,
    kind,
    code,
    title: fields.has('title') ? readText(fields.get('title')) : `Exam ${code}`,
    provider: provider === undefined ? (providers.get(prefix) ?? null) : readText(provider),
    retiredOn: readDay(fields.get('retired')),
    retiredBefore: readDay(fields.get('retired-before')),
    replacedBy: readTexts(fields.get('replaced-by')),
    prerequisites: readTexts(fields.get('prerequisites')),
    validity: readOneOf(fields.get('validity'), ['role-based', 'none'], 'none'),
    source: readSources(fields.get('source'), sources),
  };
}

/** One key of `sources`, or a list of them. */
function readSources(cursor: Cursor | undefined, sources: ReadonlyMap<string, string>): string {
  if (cursor === undefined) return '';
  const keys = scalarOf(cursor) === undefined ? readTexts(cursor) : [readText(cursor)];
  for (const key of keys) {
    if (key !== '' && !sources.has(key)) report(cursor, `unknown source \`${key}\`; add it to \`sources\``);
  }
  return keys.map((key) => sources.get(key) ?? key).join('; ');
}

function checkNamedSkills({ value }: Entry, skills: ReadonlyMap<SkillId, Skill>): void {
  if (!isMapping(value)) return;
  for (const { key, value: list } of entriesOf(value)) {
    if (key !== 'replaced-by' && key !== 'prerequisites') continue;
    for (const id of readTexts(list)) {
      if (!skills.has(id)) report(list, `unknown skill \`${id}\`; add it to \`skills\` or correct the id`);
    }
  }
}

function readAliases(
  cursor: Cursor | undefined,
  skills: ReadonlyMap<SkillId, Skill>,
): ReadonlyMap<string, SkillId> {
  const aliases = new Map<string, SkillId>();
  for (const { key, keyCursor, value } of cursor === undefined ? [] : entriesOf(cursor)) {
    if (skills.has(key)) report(keyCursor, `\`${key}\` is a skill itself and cannot be an alias`);
    aliases.set(key, readKnown(value, skills, 'skill', '`skills`'));
  }
  return aliases;
}
