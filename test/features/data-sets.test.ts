import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_SET_COLUMNS, DATA_SET_NAMES, type DataSet } from '../../src/contract/data-sets.ts';
import type { ImportRun } from '../../src/contract/imports.ts';
import type { LevelStateView } from '../../src/contract/memberships.ts';
import { LIFECYCLE_STATE_LABELS } from '../../src/contract/messages/data-set-texts.ts';
import { readTable } from '../../src/files/read-table.ts';
import { listAudit } from '../../src/store/audit-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { appendSkillRecords } from '../../src/store/skill-records-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

function address(name: string, partner = 'contoso'): string {
  return `/api/v1/partners/${partner}/datasets/${name}`;
}

async function page(name: string, query = '', browser = admin, partner = 'contoso'): Promise<DataSet> {
  const answer = await browser.get(`${address(name, partner)}?${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function file(name: string, query: string, browser = admin, partner = 'contoso') {
  const answer = await browser.get(`${address(name, partner)}?${query}`);
  expect(answer.statusCode).toBe(200);
  const read = await readTable(answer.rawPayload);
  if (read.kind !== 'table') throw new Error(JSON.stringify(read.failure));
  const rows = [...read.table.rows].map(({ cells }) => [...cells]);
  return { bytes: answer.rawPayload, header: [...read.table.header], rows };
}

async function settled(browser: Browser, base: string, importId: string): Promise<ImportRun> {
  for (let tries = 0; tries < 400; tries++) {
    const run = (await browser.get(`${base}/${importId}`)).json() as ImportRun;
    if (run.state !== 'checking' && run.state !== 'applying') return run;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the import does not end');
}

function published(name: (typeof DATA_SET_NAMES)[number]): string[] {
  return DATA_SET_COLUMNS[name].filter(({ personal }) => !personal).map((column) => column.name);
}

describe.each(DATA_SET_NAMES)('the data set %s', (name) => {
  it('has the columns as they were published, in their order', async () => {
    const { columns, value, count, total } = await page(name);
    expect(columns).toEqual(published(name));
    expect(Object.keys(value[0]!)).toEqual(columns);
    expect([value.length, total]).toEqual([count, count]);
    expect(count).toBeGreaterThan(3);
  });

  it.each([
    ['csv', 'en', '.'],
    ['csv', 'fr', ','],
    ['tsv', 'fr', '.'],
    ['xlsx', 'fr', '.'],
  ])('holds the rows of the page in a %s file in %s', async (format, lang, decimalMark) => {
    const columns = published(name).join(',');
    const shown = await page(name, `lang=${lang}`);
    const { header, rows } = await file(name, `format=${format}&lang=${lang}&columns=${columns}`);
    expect(header).toEqual(shown.columns);
    const told = (value: unknown) =>
      typeof value === 'number' ? String(value).replace('.', decimalMark) : String(value ?? '');
    const printed = shown.value.map((row) => shown.columns.map((column) => told(row[column])));
    expect(rows).toEqual(printed);
  });

  it('is filtered, sorted and cut by the questions of every list', async () => {
    const [first = ''] = published(name);
    const all = await page(name, `orderby=${first} desc`);
    const [row] = all.value;
    const quoted = String(row![first]).replaceAll("'", "''");
    const one = await page(name, `filter=${encodeURIComponent(`${first} eq '${quoted}'`)}&top=1`);
    expect(one.value).toHaveLength(1);
    expect(one.count).toBe(all.value.filter((each) => each[first] === row![first]).length);
    expect(one.total).toBe(all.count);
    const rest = await page(name, `orderby=${first} desc&skip=2&top=2`);
    expect(rest.value).toEqual(all.value.slice(2, 4));
    expect(rest.nextLink === null).toBe(all.count <= 4);
    const wrong = await admin.get(`${address(name)}?filter=Nothing eq 1`);
    expect([wrong.statusCode, wrong.json().errors[0].code]).toEqual([400, 'filter-unknown-field']);
    expect((await admin.get(`${address(name)}?columns=Nothing`)).statusCode).toBe(400);
    expect((await admin.get(`${address(name)}?orderby=Nothing`)).statusCode).toBe(400);
  });

  it('says both times of its question', async () => {
    const asked = await page(name, 'asOf=2025-11-21&knownAt=2026-01-01');
    expect(asked.asOf).toEqual({ validAt: '2025-11-21', knownAt: '2026-01-01' });
  });
});

describe('training completions', () => {
  const personal = DATA_SET_COLUMNS.TrainingCompletions.filter((column) => column.personal).map(
    ({ name }) => name,
  );

  it('adds six columns to the download for whoever may see names', async () => {
    const { header, rows } = await file('TrainingCompletions', 'format=csv');
    expect(header).toEqual([...published('TrainingCompletions'), ...personal]);
    expect(rows.some((row) => row.includes('claire@contoso.example'))).toBe(true);
  });

  it('tells a report viewer neither names nor accounts, whatever is asked for', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    const { header, rows } = await file('TrainingCompletions', 'format=csv', viewer);
    expect(header).toEqual(published('TrainingCompletions'));
    const whole = await file('TrainingCompletions', 'format=csv');
    expect(rows.map((row) => row[0])).toEqual(whole.rows.map((row) => row[0]));
    const text = JSON.stringify(rows);
    expect(text).not.toContain('@');
    const mcid = header.indexOf('MCPID');
    for (const row of whole.rows) if (row[mcid] !== '') expect(text).not.toContain(`"${row[mcid]}"`);
    expect((await viewer.get(`${address('TrainingCompletions')}?columns=CorpEmail`)).statusCode).toBe(400);
    const hidden = `filter=${encodeURIComponent("CorpEmail eq 'claire@contoso.example'")}`;
    expect((await viewer.get(`${address('TrainingCompletions')}?${hidden}`)).statusCode).toBe(400);
  });

  it('leaves an entry with every download, and none of what was searched for', async () => {
    await file('TrainingCompletions', 'format=tsv&search=claire');
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const [entry] = await server.services.database.readAsTenant(claim, (tx) =>
      listAudit(tx, { top: 1, skip: 0 }),
    );
    expect(entry).toMatchObject({
      action: 'data-set.downloaded',
      subject: 'TrainingCompletions',
      details: { format: 'tsv', personal: true, filters: ['search'] },
    });
    expect(JSON.stringify(entry!.details)).not.toContain('claire');
  });

  it('say what only the company says, what is revoked, and expiries that a source gave', async () => {
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const told = {
      provider: 'microsoft-learning',
      accountId: '9900102',
      workEmail: null,
      titleAsGiven: '',
      achievedOn: '2016-02-14',
      expiresOn: null,
      revokedOn: null,
      certificateNumber: null,
      source: 'microsoft-learning',
      grade: 2,
      externalId: null,
    };
    await server.services.database.asTenant(claim, (tx) =>
      appendSkillRecords(tx, [
        { ...told, skill: 'exam:70-480', grade: 1 },
        { ...told, skill: 'exam:70-486', revokedOn: '2020-05-05' },
        { ...told, skill: 'exam:70-487', expiresOn: '2019-02-14' },
      ]),
    );
    const { value } = await page(
      'TrainingCompletions',
      'columns=TrainingActivityId,ExpirationDate,ActivationStatus&filter=TrainingCompletionDate eq 2016-02-14',
    );
    expect(value.map((row) => Object.values(row)).sort()).toEqual([
      ['70-480', null, 'Unverified'],
      ['70-486', null, 'Revoked'],
      ['70-487', '2019-02-14', expect.stringMatching(/^(Retired|Expired)$/)],
    ]);
  });

  it.each([
    ['contoso', 'csv', 'en'],
    ['contoso', 'csv', 'fr'],
    ['fabrikam', 'xlsx', 'fr'],
    ['northwind', 'tsv', 'en'],
  ])(
    'of %s is read again as a %s file in %s and changes nothing',
    async (partner, format, lang) => {
      const browser = await server.as(`partner-admin@${partner}.example`);
      const query = `format=${format}&lang=${lang}`;
      const { bytes, rows } = await file('TrainingCompletions', query, browser, partner);
      const imports = `/api/v1/partners/${partner}/imports`;
      const upload = await browser.upload(imports, `trainings.${format}`, bytes);
      const checked = await settled(browser, imports, upload.json().importId);
      expect(checked).toMatchObject({ kind: 'insights-trainings', state: 'ready', rowsTotal: rows.length });
      await browser.send('POST', `${imports}/${checked.importId}/apply`);
      const { state, counts } = await settled(browser, imports, checked.importId);
      expect([state, counts]).toEqual([
        'done',
        { created: 0, updated: 0, unchanged: rows.length, rejected: 0 },
      ]);
    },
    30_000,
  );

  it('names every skill of every programme so that it is found again', async () => {
    const { skillFinder } = await import('../../src/catalogue/find-skill.ts');
    const { parseInsightsTrainingsFile } = await import('../../src/sources/insights-trainings-file.ts');
    for (const programme of server.services.programmes.values()) {
      const skills = [...programme.skills.values()];
      const TYPES = {
        exam: 'Exam',
        certification: 'Certification',
        assessment: 'Assessment',
        credential: 'Credential',
        external: 'Other',
      };
      const text = [
        'TrainingActivityId\tTrainingTitle\tTrainingType\tMCPID\tTrainingCompletionDate',
        ...skills.map(({ id, kind, code, title }) =>
          [kind === 'exam' ? code : id, title, TYPES[kind], '1', '2020-01-01'].join('\t'),
        ),
      ].join('\n');
      const read = await readTable(Buffer.from(text));
      if (read.kind !== 'table') throw new Error('not a table');
      const parsed = parseInsightsTrainingsFile(read.table, skillFinder(programme));
      if (parsed.kind !== 'rows') throw new Error(JSON.stringify(parsed));
      const found = [...parsed.rows].map((row) => (row.kind === 'candidate' ? row.candidate.skill : row));
      expect(found).toEqual(skills.map(({ id }) => id));
    }
  });
});

describe('the history of competencies', () => {
  it('ends each state where the next one begins, and tells today’s as the competencies page does', async () => {
    const { value } = await page('CompetencySummaryHistory');
    const open = value.filter((row) => row.CompetencyEndDate === null);
    const { levels } = (await admin.get('/api/v1/partners/contoso/competencies')).json();
    const shown = (levels as LevelStateView[]).map(
      ({ name, level, state }) => `${name.en} ${level} ${LIFECYCLE_STATE_LABELS.en[state]}`,
    );
    const told = open.map(
      (row) => `${row.CompetencyName} ${String(row.CompetencyLevel).toLowerCase()} ${row.CompetencyStatus}`,
    );
    expect(told.sort()).toEqual(shown.sort());
    value.slice(1).forEach((row, at) => {
      const before = value[at]!;
      const sameLevel =
        before.CompetencyName === row.CompetencyName && before.CompetencyLevel === row.CompetencyLevel;
      if (sameLevel) expect(String(row.CompetencyStartDate) >= String(before.CompetencyEndDate)).toBe(true);
    });
  });

  it('is told in French where that is asked for', async () => {
    const { value } = await page('CompetencySummaryHistory', 'lang=fr');
    expect(value.some((row) => row.CompetencyStatus === 'Qualifié')).toBe(true);
  });
});

describe('performance requirements', () => {
  it('sum the twelve months that end with each month', async () => {
    const { value } = await page('CompetencyPeformanceRequirement');
    const keyed = groups(value);
    let compared = 0;
    for (const rows of keyed.values()) {
      rows.forEach((row, at) => {
        if (at < 11) return;
        const months = rows.slice(at - 11, at + 1).map((each) => each.MetricMonthlyContribution);
        const known = months.filter((each) => each !== null) as number[];
        const sum = known.length === 0 ? null : known.reduce((total, each) => total + each, 0);
        if (sum === null || row.TTMAggregate === null) return;
        expect(Number(row.TTMAggregate)).toBeCloseTo(sum, 6);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(5);
    expect(value.some((row) => row.GoldThreshold !== null)).toBe(true);
    expect(value.some((row) => row.SilverThreshold !== null)).toBe(true);
  });
});

function groups(rows: DataSet['value']): Map<string, DataSet['value']> {
  const found = new Map<string, DataSet['value']>();
  for (const row of rows) {
    const key = `${row.CompetencyName}/${row.CompetencyAttainmentOptionName}/${row.MetricName}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}
