/**
 * What Fabrikam brings to the Solutions Partner designations: people of the cloud teams, and figures of each month.
 *
 * | Designation | State | Why |
 * |---|---|---|
 * | Infrastructure | held | every figure is known and every gate is met |
 * | Data & AI | undetermined, two points short | deployments were never reported |
 * | Security | not met on either track | one gate lacks people |
 * | the others | far away | hardly anything is reported |
 */
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoMetric } from './demo-plan.ts';
import type { DemoTeam } from './generated-company.ts';

/** Role-based certifications last a year: these were earned or renewed since. */
const RENEWED_MONTHS = 11;

export const CLOUD_TEAMS: readonly DemoTeam[] = [
  {
    name: 'Azure operations',
    headcount: 12,
    completeness: 0.7,
    withinMonths: RENEWED_MONTHS,
    skills: [
      'cert:azure-administrator-associate',
      'cert:azure-network-engineer-associate',
      'cert:azure-solutions-architect-expert',
      'cert:azure-virtual-desktop-specialty',
    ],
  },
  {
    name: 'Azure databases',
    headcount: 8,
    completeness: 0.6,
    withinMonths: RENEWED_MONTHS,
    skills: ['cert:azure-database-administrator-associate', 'cert:azure-cosmos-db-developer-specialty'],
  },
  {
    name: 'Security',
    headcount: 4,
    completeness: 0.8,
    withinMonths: RENEWED_MONTHS,
    skills: ['cert:azure-security-engineer-associate', 'cert:identity-and-access-administrator-associate'],
  },
  // The only one who holds it: the second gate of Security asks for two.
  {
    name: 'Security',
    headcount: 1,
    completeness: 1,
    withinMonths: RENEWED_MONTHS,
    skills: ['cert:security-operations-analyst-associate'],
  },
];

type Figure = readonly [metric: string, value: number, association: string];

const FIGURES: Readonly<Record<string, readonly Figure[]>> = {
  infrastructure: [
    ['net_customer_adds', 3, 'PAL'],
    ['usage_growth', 14, 'DPOR'],
    ['usage_base', 61_000, 'DPOR'],
    ['deployments', 4, 'DPOR'],
  ],
  'data-ai': [
    ['net_customer_adds', 2, 'CSP_T2'],
    ['usage_growth', 8.5, 'DPOR'],
    ['usage_base', 18_400, 'DPOR'],
  ],
  security: [
    ['net_customer_adds', 3, 'PAL'],
    ['usage_growth_azure', 7_300, 'PAL'],
    ['usage_growth_m365', 420, 'CPOR'],
    ['deployments', 2, 'CPOR'],
  ],
  'modern-work': [['net_customer_adds', 1, 'CSP']],
};

export function designationMetrics(calendar: DemoCalendar): DemoMetric[] {
  return calendar
    .lastMonths(12)
    .flatMap((month) =>
      Object.entries(FIGURES).flatMap(([competency, figures]) =>
        figures.map(([metric, value, association]) => ({ metric, month, value, association, competency })),
      ),
    );
}
