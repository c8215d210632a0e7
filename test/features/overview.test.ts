import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Overview } from '../../src/contract/competencies.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { overview } from '../../src/features/overview/overview-query.ts';
import { type PartnerAnswer, partnerAnswer } from '../../src/features/shared/partner-answer.ts';
import { chosenRows } from '../../src/features/skills-report/skills-report-query.ts';

const DAY = '2018-06-01';

let programme: Programme;
beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

/** So many people, each with one record that stops counting on the day; every third has no account. */
function answerOf(count: number, expiresOn: string): PartnerAnswer {
  const people = Array.from({ length: count }, (_, index) => {
    const accountId = `acc-${index}`;
    const id = `p${index}`;
    return {
      id,
      associations:
        index % 3 === 0 ? [] : [{ accountId, from: '2017-01-01', via: 'partner-center' as const }],
      records: [{ id: `r${index}`, accountId, skill: 'exam:70-764', achievedOn: '2018-01-10', expiresOn }],
    };
  });
  const directory = new Map(
    people.map(({ id }) => [
      id,
      {
        userId: id,
        firstName: 'Ada',
        lastName: id.toUpperCase(),
        workEmail: `${id}@contoso.example`,
        status: 'active' as const,
        technical: false,
        employedFrom: null,
        employedUntil: null,
      },
    ]),
  );
  const partner = {
    id: 'contoso',
    name: 'Contoso',
    mpnId: null,
    country: 'FR',
    market: 'developed' as const,
    origin: 'native' as const,
    movedFromPmcOn: null,
    enrolled: true,
  };
  const facts = { partner: { id: 'contoso', market: 'developed' as const }, people };
  return partnerAnswer({ partner, facts, directory, evidenceVersion: 1 }, programme, {
    validAt: DAY,
    knownAt: null,
  });
}

function companyOf(count: number, expiresOn: string): Overview {
  const answer = answerOf(count, expiresOn);
  return overview(answer, answer.reportRows(false), [], true);
}

describe('the overview of a large company', () => {
  it('names the first whose records stop counting in a month, and counts all of them', () => {
    const seen = companyOf(300, '2018-12-15');
    expect(seen.expiring).toHaveLength(10);
    expect(seen.expiringMonths).toEqual([{ month: '2018-12', count: 200 }]);
  });

  it('counts for a month the rows that the report holds of it, and no others', () => {
    // On the last day of a month: the record stops counting on the first of the next.
    const answer = answerOf(30, '2018-12-31');
    const { expiringMonths } = overview(answer, answer.reportRows(false), [], true);
    expect(expiringMonths).toEqual([{ month: '2019-01', count: 20 }]);
    const inMonth = (stopsIn: string) => chosenRows(answer, { stopsIn }, 'fr').chosen.length;
    expect([inMonth('2018-12'), inMonth('2019-01'), inMonth('2019-02')]).toEqual([0, 20, 0]);
  });

  it('does not count, nor does the report, what stops more than a year later', () => {
    const answer = answerOf(30, '2019-06-02');
    expect(overview(answer, answer.reportRows(false), [], true).expiringMonths).toEqual([]);
    expect(chosenRows(answer, { stopsIn: '2019-06' }, 'fr').chosen).toEqual([]);
  });

  it('names the first people without an account, and counts all of them', () => {
    const seen = companyOf(300, '2018-12-15');
    expect(seen.notAssociated).toHaveLength(10);
    expect(seen.people).toMatchObject({ total: 300, associated: 200, notAssociated: 100 });
  });

  it('is hardly longer than that of a small one', () => {
    const [small, large] = [companyOf(60, '2018-12-15'), companyOf(3_000, '2018-12-15')];
    expect(JSON.stringify(large).length - JSON.stringify(small).length).toBeLessThan(200);
  });
});
