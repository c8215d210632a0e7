import { appendFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueRoot, listProgrammes } from '../../src/catalogue/catalogue-folder.ts';
import { CatalogueError } from '../../src/catalogue/catalogue-problem.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import { formatDay } from '../../src/domain/time/day.ts';
import { writeSmallProgramme } from './support/small-programme.ts';

const microsoft = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const designations = await loadProgramme(join(catalogueRoot(), 'solutions-partner'));

describe('the catalogue of the package', () => {
  it('is found from the source files and holds the Microsoft competencies', async () => {
    const ids = (await listProgrammes(catalogueRoot())).map(({ id }) => id);
    expect(ids).toContain('microsoft-competencies');
  });

  it('keeps competencies in the order of their source, those without published rules last', () => {
    const ids = microsoft.competencies.map(({ id }) => id);
    expect(ids).toHaveLength(21);
    expect(ids[0]).toBe('application-development');
    expect(ids.slice(-3)).toEqual(['security', 'isv', 'learning-option']);
    expect(microsoft.competencies.find(({ id }) => id === 'security')?.options).toEqual([]);
  });

  it('has twenty-eight options with silver or gold, and the learning option with one level', () => {
    const options = microsoft.competencies.flatMap((competency) => competency.options);
    const base = options.filter((option) => option.levels.some(({ level }) => level === 'base'));
    expect(base.map(({ id }) => id)).toEqual(['learning-action-pack']);
    expect(options).toHaveLength(29);
  });

  it('has the rules in force from July 2017 and the points of October 2020, each with its source', () => {
    const sets = microsoft.competencies.flatMap(({ options }) =>
      options.flatMap(({ levels }) => levels.flatMap((level) => level.sets)),
    );
    const scored = sets.filter(({ requirement }) => requirement.kind === 'score');
    expect([sets.length, scored.length]).toEqual([56, 6]);
    for (const set of sets) {
      const { from, until, source } = set;
      expect([formatDay(from), until]).toEqual([scored.includes(set) ? '2020-10-01' : '2017-07-01', null]);
      expect(source.text).toMatch(/^MicrosoftDocs\/partner-center-pr\.fr-fr /);
    }
  });

  it('names things in French with French punctuation', () => {
    const texts = [...microsoft.competencies, ...designations.competencies].flatMap(
      ({ name, options, notes }) => [
        name.fr,
        ...options.map((option) => option.name.fr),
        ...notes.map((note) => note.fr),
      ],
    );
    expect(texts.filter((text) => text.includes("'") || / [;:!?]/.test(text))).toEqual([]);
  });
});

describe('the Solutions Partner designations', () => {
  const scores = designations.competencies.flatMap((competency) =>
    competency.options.flatMap((option) =>
      option.levels.flatMap(({ sets }) =>
        sets.map(({ from, requirement }) => ({ id: `${competency.id} ${option.id} ${from}`, requirement })),
      ),
    ),
  );

  it('are six, by three sets of rules without tracks, one of them twice, and twelve with', () => {
    const judged = designations.competencies.filter(({ options }) => options.length > 0);
    expect(judged.map(({ id, tracks }) => [id, tracks])).toEqual([
      ['data-ai', 'assigned'],
      ['digital-app-innovation', 'assigned'],
      ['infrastructure', 'assigned'],
      ['business-applications', 'assigned'],
      ['modern-work', 'both'],
      ['security', 'both'],
    ]);
    expect(scores).toHaveLength(3 + 2 + 12);
  });

  it.each(scores)(
    '$id: the metrics together give a hundred points, of which seventy are asked',
    ({ requirement }) => {
      if (requirement.kind !== 'score') throw new Error('not a score');
      expect(requirement.metrics.reduce((sum, { max }) => sum + max, 0)).toBe(100);
      expect([requirement.threshold, requirement.everyMetricPositive]).toEqual([70, true]);
    },
  );

  it('come before thirty-two specializations, which say so and are never judged', () => {
    const listed = designations.competencies.filter(({ prerequisites }) => prerequisites !== null);
    expect(listed).toHaveLength(32);
    expect(listed.every(({ options }) => options.length === 0)).toBe(true);
  });
});

describe('a skill', () => {
  const skill = (id: string) => microsoft.skills.get(id)!;

  it('that retired on a known day carries it', () => {
    expect(formatDay(skill('exam:70-534').retiredOn!)).toBe('2017-12-31');
    expect(skill('exam:70-534').replacedBy).toEqual(['exam:70-535']);
  });

  it('of which only an upper bound is known is not retired', () => {
    expect(skill('exam:70-764').retiredOn).toBeNull();
    expect(formatDay(skill('exam:70-764').retiredBefore!)).toBe('2021-01-31');
  });

  it('that is an exam without a published title shows its code', () => {
    expect(skill('exam:AB-100').title).toBe('Exam AB-100');
  });

  it.each([
    ['cert:azure-administrator-associate', 'role-based'],
    ['cert:azure-for-sap-workloads-specialty', 'role-based'],
    ['cert:data-analyst-associate', 'none'],
    ['cert:azure-fundamentals', 'none'],
    ['cert:github-actions', 'none'],
    ['cert:MCSA-O365', 'none'],
    ['exam:AZ-104', 'none'],
    ['credential:MCT', 'none'],
  ])('%s has validity %s', (id, validity) => {
    expect(skill(id).validity).toBe(validity);
  });

  it('comes from the provider of its kind', () => {
    expect(skill('exam:70-764').provider).toBe('microsoft-learning');
    expect(skill('assessment:TA-DP-FOUNDATIONAL').provider).toBe('partner-university');
    expect(skill('external:CSM').provider).toBeNull();
  });

  it('may have other ids, each of which leads to a skill', () => {
    expect(microsoft.aliases.get('cert:mcsa-office-365')).toBe('cert:MCSA-O365');
    for (const id of microsoft.aliases.values()) expect(microsoft.skills.has(id)).toBe(true);
  });
});

describe('loading a programme', () => {
  it('gives another version when a file changes', async () => {
    const folder = await writeSmallProgramme();
    const before = await loadProgramme(folder);
    expect((await loadProgramme(folder)).version).toBe(before.version);
    await appendFile(join(folder, 'skills.yaml'), '  exam:older-a: exam:a\n');
    const after = await loadProgramme(folder);
    expect(before.version).toMatch(/^2026-01-01\+[0-9a-f]{8}$/);
    expect(after.version).not.toBe(before.version);
  });

  it('takes in the skills that it shares, which change its version and are not repeated', async () => {
    const shares = { file: 'skills.yaml', find: 'sources:', put: 'shared: all-skills.yaml\nsources:' };
    const folder = await writeSmallProgramme([shares]);
    const beside = join(folder, '..', 'all-skills.yaml');
    const write = (skills: string) => writeFile(beside, `sources: { page: a page }\nskills:\n${skills}`);
    await expect(loadProgramme(folder)).rejects.toThrow('there is no file all-skills.yaml beside the folder');
    await write('  cert:shared: { title: Shared, source: page }\n');
    const { skills, version } = await loadProgramme(folder);
    expect(skills.get('cert:shared')).toMatchObject({ title: 'Shared', source: 'a page' });
    await write('  cert:shared: { title: Better shared, source: page }\n');
    expect((await loadProgramme(folder)).version).not.toBe(version);
    await write('  exam:a: { source: page }\n');
    await expect(loadProgramme(folder)).rejects.toThrow('`exam:a` is shared already');
  });

  it('gives each set the source of its competency', async () => {
    const { competencies } = await loadProgramme(await writeSmallProgramme());
    const sets = competencies[0]!.options[0]!.levels[0]!.sets;
    expect(sets.map((set) => set.source)).toEqual([competencies[0]!.source, competencies[0]!.source]);
    expect(sets.map((set) => set.requirement.kind)).toEqual(['people', 'all-of']);
  });

  it('fails with every problem at once', async () => {
    const folder = await writeSmallProgramme([
      { file: 'skills.yaml', find: 'role-based', put: 'forever' },
      { file: 'competencies/storage.yaml', find: 'people: 2', put: 'people: none' },
    ]);
    const error = await loadProgramme(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CatalogueError);
    expect((error as CatalogueError).problems.map(({ file }) => basename(file))).toEqual([
      'skills.yaml',
      'storage.yaml',
    ]);
  });

  it('fails on a folder that holds no programme', async () => {
    const folder = await writeSmallProgramme();
    await rm(join(folder, 'programme.yaml'));
    await expect(loadProgramme(folder)).rejects.toThrow('programme.yaml: cannot be read');
  });
});
