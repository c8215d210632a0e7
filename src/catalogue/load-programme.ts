/**
 * Reads a programme's folder: `programme.yaml`, `skills.yaml` with what it shares, one file a competency, and
 * `membership.yaml` where there is one.
 */
import { createHash } from 'node:crypto';
import type { Competency, Programme } from '../domain/catalogue/catalogue.ts';
import { CatalogueError, type CatalogueProblem } from './catalogue-problem.ts';
import { circularRequirements } from './circular-requirements.ts';
import { type ProgrammeFiles, readProgrammeFiles } from './programme-files.ts';
import { type CompetencyContext, readCompetencyFile } from './read-competency-file.ts';
import { readMembershipFile } from './read-membership.ts';
import { type ProgrammeFile, readProgrammeFile } from './read-programme-file.ts';
import { readSkillsFile, type SkillsFile, sharedSkills } from './read-skills-file.ts';
import { type Cursor, openYaml, report } from './yaml-cursor.ts';
import { readText } from './yaml-values.ts';

/** A programme that sells no membership goes without it. */
const MEMBERSHIP_FILE = 'membership.yaml';

/** Everything found in the folder; `programme` is `null` when a problem makes it unusable. */
export interface ReadProgramme {
  readonly programme: Programme | null;
  readonly problems: readonly CatalogueProblem[];
}

/**
 * The programme of a folder, ready for the engine. Its version is the one written in `programme.yaml` and
 * eight digits of a digest over the files, so that an edited rule never answers under an old version.
 * Throws `CatalogueError`, which lists every problem, when the files do not make a programme.
 */
export async function loadProgramme(folder: string): Promise<Programme> {
  const { programme, problems } = await readProgramme(folder);
  if (programme === null) throw new CatalogueError(folder, problems);
  return programme;
}

export async function readProgramme(folder: string): Promise<ReadProgramme> {
  return programmeOf(await readProgrammeFiles(folder));
}

/** The same of files that are at hand. */
export function programmeOf({ id, texts: all }: ProgrammeFiles): ReadProgramme {
  const problems: CatalogueProblem[] = [];
  const texts = ownTexts(all, problems);
  const open = (path: string) => {
    const text = texts.get(path);
    return text === undefined ? null : openYaml(path, text, problems);
  };
  const programmeRoot = open('programme.yaml');
  const skillsRoot = open('skills.yaml');
  if (programmeRoot === null || skillsRoot === null) return { programme: null, problems };

  const { competencyOrder, ...policy } = readProgrammeFile(programmeRoot, id);
  const { skills, aliases } = readSkills(all, skillsRoot, texts, problems);
  const context = { ...policy, skills, aliases, competencyOrder };
  const competencies = readCompetencies(competencyOrder, texts, open, context, problems);
  problems.push(...circularRequirements(competencies, policy.levels));
  const membershipRoot = open(MEMBERSHIP_FILE);
  const membership =
    membershipRoot === null
      ? null
      : readMembershipFile(membershipRoot, {
          levels: policy.levels,
          competencies: new Set(competencies.map(({ id }) => id)),
        });
  const version = `${policy.version}+${digestOf(texts)}`;
  const programme =
    problems.length > 0 ? null : { ...policy, skills, aliases, version, competencies, membership };
  return { programme, problems };
}

/** The skills of the programme with those that it shares, whose file is added to the texts. */
function readSkills(
  all: ProgrammeFiles['texts'],
  root: Cursor,
  texts: Map<string, string>,
  problems: CatalogueProblem[],
): SkillsFile {
  const name = sharedSkills(root);
  if (name === null) return readSkillsFile(root);
  const file = readText(name);
  const text = /^[\w.-]+$/.test(file) ? (all.get(`../${file}`) ?? null) : null;
  if (text === null) {
    report(name, `there is no file ${file} beside the folder; shared skills are read from there`);
    return readSkillsFile(root, readSkillsFile(openYaml(file, 'sources: {}\nskills: {}\n', [])));
  }
  texts.set(`../${file}`, text);
  return readSkillsFile(root, readSkillsFile(openYaml(`../${file}`, text, problems)));
}

/** What makes the rules, in a fixed order; what a programme cannot be without is reported. */
function ownTexts(all: ProgrammeFiles['texts'], problems: CatalogueProblem[]): Map<string, string> {
  const needed = ['programme.yaml', 'skills.yaml'];
  const paths = [...all.keys()].filter(
    (path) => path === MEMBERSHIP_FILE || path.startsWith('competencies/'),
  );
  const found = new Map<string, string>();
  for (const path of [...needed, ...paths].sort()) {
    const text = all.get(path);
    if (text !== undefined) found.set(path, text);
    else
      problems.push({
        file: path,
        line: null,
        column: null,
        message: 'cannot be read; a programme needs it',
      });
  }
  return found;
}

function readCompetencies(
  order: ProgrammeFile['competencyOrder'],
  texts: ReadonlyMap<string, string>,
  open: (path: string) => ReturnType<typeof openYaml> | null,
  context: CompetencyContext,
  problems: CatalogueProblem[],
): readonly Competency[] {
  const competencies: Competency[] = [];
  const listed = new Set<string>();
  for (const { slug, cursor } of order) {
    const path = `competencies/${slug}.yaml`;
    listed.add(path);
    const root = open(path);
    if (root === null) report(cursor, `there is no file ${path}; add it or take it off the list`);
    else competencies.push(readCompetencyFile(root, slug, context));
  }
  for (const path of texts.keys()) {
    if (!path.startsWith('competencies/') || listed.has(path)) continue;
    problems.push({ file: path, line: null, column: null, message: 'not listed in programme.yaml; list it' });
  }
  return competencies;
}

function digestOf(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of texts) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 8);
}
