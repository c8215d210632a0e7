import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';

/** The facts as a programme reads them: levels of another programme of the company are unknown words to it. */
export function withOwnExemptions(facts: FactsDocument, { competencies }: Programme): FactsDocument {
  const given = facts.exemptions ?? [];
  const own = given.filter(({ competency }) => competencies.some(({ id }) => id === competency));
  return own.length === given.length ? facts : { ...facts, exemptions: own };
}
