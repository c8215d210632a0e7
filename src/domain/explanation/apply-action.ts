import type { SkillId } from '../catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson } from '../facts/facts-document.ts';
import { addMonths, type Day, formatDay, formatMonth, monthOf } from '../time/day.ts';

/** One thing that one person, or the company, could do. */
export type Action =
  | { readonly kind: 'obtain'; readonly person: string; readonly skill: SkillId }
  | { readonly kind: 'associate'; readonly person: string; readonly account: string | null }
  | {
      readonly kind: 'raise-metric';
      readonly metric: string;
      /** In the unit of the metric, on top of what is known. */
      readonly by: number;
      readonly association: string | null;
    }
  | { readonly kind: 'have-asset'; readonly asset: string };

function withPerson(
  facts: FactsDocument,
  id: string,
  change: (person: FactsPerson) => FactsPerson,
): FactsDocument {
  return {
    ...facts,
    people: (facts.people ?? []).map((person) => (person.id === id ? change(person) : person)),
  };
}

function unusedId(facts: FactsDocument): string {
  const taken = new Set((facts.people ?? []).flatMap(({ records = [] }) => records.map(({ id }) => id)));
  let id = 'new';
  while (taken.has(id)) id += '+';
  return id;
}

/** The facts as they would be had the action been done on the day. */
export function applyAction(facts: FactsDocument, action: Action, day: Day): FactsDocument {
  const today = formatDay(day);
  switch (action.kind) {
    case 'obtain': {
      const record = { id: unusedId(facts), skill: action.skill, achievedOn: today };
      return withPerson(facts, action.person, (person) => ({
        ...person,
        records: [...(person.records ?? []), record],
      }));
    }
    case 'associate':
      return withPerson(facts, action.person, (person) => {
        const accountId = action.account ?? person.accounts?.[0]?.accountId ?? 'account';
        const association = { accountId, via: 'partner-center', from: today } as const;
        return { ...person, associations: [...(person.associations ?? []), association] };
      });
    case 'raise-metric': {
      const { metric, by: value, association } = action;
      const month = formatMonth(monthOf(addMonths(day, -1)));
      const entry = { metric, month, value, association };
      return { ...facts, metrics: [...(facts.metrics ?? []), entry] };
    }
    case 'have-asset':
      return { ...facts, assets: [...(facts.assets ?? []), { asset: action.asset, from: today }] };
  }
}
