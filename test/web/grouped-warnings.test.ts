import { describe, expect, it } from 'vitest';
import { groupedWarnings } from '../../src/contract/messages/grouped-warnings.ts';

describe('remarks of one kind', () => {
  it('are one remark that counts them and names each competency once', () => {
    const warnings = [
      { code: 'base-taken-as-there' as const, competency: 'security', metric: 'growth' },
      { code: 'base-taken-as-there' as const, competency: 'security', metric: 'deployments' },
      { code: 'base-taken-as-there' as const, competency: 'data-ai', metric: 'growth' },
    ];
    expect(groupedWarnings(warnings)).toMatchObject([{ count: 3, competencies: ['security', 'data-ai'] }]);
  });

  it('stay apart where their days differ', () => {
    const warnings = [
      { code: 'rules-not-public' as const, competency: 'modern-work', until: '2025-07-01' },
      { code: 'rules-not-public' as const, competency: 'business-applications', until: '2025-07-01' },
      { code: 'rules-not-public' as const, competency: 'other', until: '2026-01-01' },
    ];
    expect(groupedWarnings(warnings).map(({ until, count }) => [until, count])).toEqual([
      ['2025-07-01', 2],
      ['2026-01-01', 1],
    ]);
  });

  it('name the levels whose departures are not decided', () => {
    const warnings = [{ code: 'departures-undecided' as const, competency: 'crm', level: 'gold' }];
    expect(groupedWarnings(warnings)[0]!.levels).toEqual([{ competency: 'crm', level: 'gold' }]);
  });
});
