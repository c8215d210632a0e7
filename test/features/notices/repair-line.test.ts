import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueRoot, listProgrammes } from '../../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../../src/catalogue/load-programme.ts';
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import type {
  NoticedCause,
  NoticedLevel,
  NoticedRepair,
} from '../../../src/features/shared/notices/notice-content.ts';
import { repairLine } from '../../../src/features/shared/notices/repair-line.ts';
import { personRef } from '../../../src/features/shared/person-refs.ts';

const ID = 'microsoft-competencies';
const EXAM = 'exam:70-764';

let programmes: ReadonlyMap<string, Programme>;

beforeAll(async () => {
  const folder = (await listProgrammes(catalogueRoot())).find(({ id }) => id === ID)!.folder;
  programmes = new Map([[ID, await loadProgramme(folder)]]);
});

function reader(locale: 'fr' | 'en', mayNames: boolean) {
  const entry = (firstName: string) => ({
    userId: firstName,
    firstName,
    lastName: 'Test',
    workEmail: `${firstName}@c.example`,
    status: 'active' as const,
    technical: false,
    employedFrom: null,
    employedUntil: null,
  });
  const directory = new Map(['Cora', 'Olivier'].map((name) => [name, entry(name)]));
  return {
    locale,
    programmes,
    company: 'c',
    person: (id: string) => personRef(directory, id, mayNames),
  };
}

function cause(kind: string, people: string[], skill: string | null = null): NoticedCause {
  const records = skill === null ? [] : [{ person: people[0], skill }];
  const count = { peopleCount: people.length, recordCount: records.length, things: [] };
  return { kind, people, records, ...count } as unknown as NoticedCause;
}

function line(
  repair: NoticedRepair,
  { locale = 'en', mayNames = true, causes = [cause('person-left', ['Bob'])] as NoticedCause[] } = {} as {
    locale?: 'fr' | 'en';
    mayNames?: boolean;
    causes?: NoticedCause[];
  },
) {
  const level: NoticedLevel = {
    competency: 'data-platform',
    level: 'gold',
    state: 'at-risk',
    lostOn: '2018-06-15',
    anniversary: '2019-03-10',
    causes,
    repair,
  };
  return repairLine(reader(locale, mayNames), ID, level)[0];
}

const obtain = (people: string[], count = people.length): NoticedRepair => ({
  action: { kind: 'obtain', skill: EXAM, people, count },
  peopleMissing: 1,
});

describe('the cheapest repair in one line', () => {
  it('names who obtains what, and how many others could', () => {
    const exam = /^Cheapest repair: Cora Test obtains 70-764 .+/;
    expect(line(obtain(['Cora']))).toMatch(exam);
    expect(line(obtain(['Cora']))).not.toContain('other');
    expect(line(obtain(['Cora', 'Olivier']))).toMatch(/ \(or one other person\)$/);
    expect(line(obtain(['Cora'], 30), { locale: 'fr' })).toMatch(/ \(ou l’une de 29 autres personnes\)$/);
  });

  it('names nobody to those who may not read names', () => {
    const text = line(obtain(['Cora', 'Olivier']), { mayNames: false, locale: 'fr' });
    expect(text).toMatch(/^Le moins coûteux\u202F: une personne obtient 70-764 /);
    expect(text).not.toMatch(/Cora|Olivier|CORA/);
    const associating = {
      action: { kind: 'associate', person: 'Cora', account: 'A' },
      peopleMissing: 1,
    } as const;
    expect(line(associating, { mayNames: false })).toBe(
      'Cheapest repair: one person associates the learning account',
    );
  });

  it('says that a certificate is renewed by who holds it', () => {
    const causes = [cause('expired', ['Cora'], EXAM)];
    expect(line(obtain(['Cora', 'Olivier']), { causes })).toMatch(
      /^Cheapest repair: Cora Test renews 70-764 /,
    );
  });

  it('asks those who are left in PMC to associate again, with every account', () => {
    const none = { action: null, peopleMissing: 1 };
    const one = { causes: [cause('pmc-window-over', ['Olivier'])] };
    expect(line(none, { ...one, locale: 'fr' })).toBe(
      'Le moins coûteux\u202F: Olivier Test associe de nouveau ses comptes dans l’Espace partenaires',
    );
    const two = { causes: [cause('pmc-window-over', ['Olivier', 'Cora'])] };
    expect(line(obtain(['Cora']), two)).toBe(
      'Cheapest repair: 2 people associate their accounts again in Partner Center',
    );
    const mixed = { causes: [...one.causes, cause('person-left', ['Bob'])] };
    expect(line(none, mixed)).toBe('No single step is enough: one qualified person is missing');
  });

  it('tells figures and assets with their names', () => {
    const raise = {
      kind: 'raise-metric',
      metric: 'azure_customer_consumption',
      by: 12000,
      association: null,
    } as const;
    expect(line({ action: raise, peopleMissing: 0 }, { locale: 'fr' })).toBe(
      'Le moins coûteux\u202F: 12\u202F000 USD de plus (Consommation Azure des clients)',
    );
    const asset = { kind: 'have-asset', asset: 'authorized_surface_hub_adr' } as const;
    expect(line({ action: asset, peopleMissing: 0 })).toBe(
      'Cheapest repair: the company obtains Authorised Surface Hub device reseller',
    );
  });

  it('says so where no single step is enough, and nothing where none was sought', () => {
    expect(line({ action: null, peopleMissing: 3 }, { locale: 'fr' })).toBe(
      'Aucun geste isolé ne suffit\u202F: il manque 3 personnes qualifiées',
    );
    expect(line({ action: null, peopleMissing: 0 })).toBe('No single step is enough');
    expect(repairLine(reader('en', true), ID, { causes: [] } as unknown as NoticedLevel)).toEqual([]);
  });
});
