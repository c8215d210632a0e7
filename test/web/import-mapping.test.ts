import { describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import { mappingWith, missingFields, needsDateOrder } from '../../web/pages/imports/import-mapping.ts';

function runWith(changes: Partial<ImportRun>): ImportRun {
  return {
    importId: '1',
    kind: 'skill-records',
    guessedKind: 'skill-records',
    fileName: 'qualifications.csv',
    fileSize: 1,
    state: 'ready',
    problem: null,
    warnings: [],
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: null,
    finishedAt: null,
    rowsTotal: 1,
    rowsDone: 1,
    counts: { created: 1, updated: 0, unchanged: 0, rejected: 0 },
    mapping: { dates: 'dmy' },
    columns: [
      { header: 'Mail', field: 'workEmail', samples: ['a@b.example'] },
      { header: 'Examen', field: 'skill', samples: ['70-764'] },
      { header: 'Le', field: null, samples: ['03/04/2018'] },
    ],
    firstSignIns: false,
    fields: [
      { field: 'workEmail', required: false },
      { field: 'skill', required: true },
      { field: 'achievedOn', required: true },
    ],
    effect: [],
    ...changes,
  };
}

describe('the mapping of an import', () => {
  it('adds a column and keeps the others and the order of dates', () => {
    expect(mappingWith(runWith({}), 'Le', 'achievedOn')).toEqual({
      dates: 'dmy',
      columns: { workEmail: 'Mail', skill: 'Examen', achievedOn: 'Le' },
    });
  });

  it('takes a field away from the column that had it', () => {
    expect(mappingWith(runWith({}), 'Le', 'skill').columns).toEqual({ workEmail: 'Mail', skill: 'Le' });
  });

  it('ignores a column on request', () => {
    expect(mappingWith(runWith({}), 'Mail', null).columns).toEqual({ skill: 'Examen' });
  });

  it('names the required fields that no column gives', () => {
    expect(missingFields(runWith({}))).toEqual(['achievedOn']);
  });

  it('asks for the order of dates when one is written with slashes or a row was rejected', () => {
    const dated = (sample: string, rejected: number) =>
      runWith({
        mapping: {},
        columns: [{ header: 'Le', field: 'achievedOn', samples: [sample] }],
        counts: { created: 1, updated: 0, unchanged: 0, rejected },
      });
    expect(needsDateOrder(dated('03/04/2018', 0))).toBe(true);
    expect(needsDateOrder(dated('2018-04-03', 1))).toBe(true);
    expect(needsDateOrder(dated('2018-04-03', 0))).toBe(false);
  });

  it('never asks for it in a file without dates', () => {
    const counts = { created: 0, updated: 0, unchanged: 0, rejected: 3 };
    const columns = [{ header: 'Mail', field: 'workEmail', samples: ['a@b.example'] }];
    expect(needsDateOrder(runWith({ mapping: {}, columns, counts }))).toBe(false);
  });
});
