/** The facts document of an invented partner, as the store would load it. */

import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { addDays, formatDay, parseDay } from '../../../src/domain/time/day.ts';
import type { DemoPartner } from '../../../src/features/demo/demo-plan.ts';

export function factsOfDemoPartner(partner: DemoPartner): FactsDocument {
  return {
    partner: {
      id: partner.id,
      market: partner.market,
      country: partner.country,
      movedFromPmcOn: partner.movedFromPmcOn,
    },
    people: [...partner.users].map((user) => ({
      id: user.workEmail,
      employedFrom: user.employedFrom,
      employedUntil: user.employedUntil,
      associations: user.accounts.flatMap(({ accountId, provider, associations }) =>
        associations.map((association) => ({ accountId, provider, ...association })),
      ),
      records: user.accounts.flatMap(({ accountId, records }) =>
        records.map((record) => ({
          id: `${accountId}/${record.skill}/${record.achievedOn}`,
          accountId,
          ...record,
          recordedAt: `${formatDay(addDays(parseDay(record.achievedOn)!, 1))}T00:00:00Z`,
        })),
      ),
    })),
    metrics: partner.metrics,
    enrolments: partner.enrolments.map(({ programme, track }) => ({ programme, track })),
    memberships: partner.memberships,
    assets: partner.assets,
  };
}
