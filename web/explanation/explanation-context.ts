import { createContext, use } from 'react';
import type { ProgrammeView } from '../../src/contract/catalogue.ts';
import type { PersonRef, RecordRef } from '../../src/contract/explanation.ts';

/** Names of what an explanation mentions by id. */
export interface Explanation {
  readonly programme: ProgrammeView;
  readonly people: Readonly<Record<string, PersonRef>>;
  readonly records: Readonly<Record<string, RecordRef>>;
}

export const ExplanationContext = createContext<Explanation | null>(null);

export function useExplanation(): Explanation {
  const explanation = use(ExplanationContext);
  if (explanation === null) throw new Error('useExplanation outside ExplanationContext');
  return explanation;
}
