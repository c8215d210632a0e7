/** Rules in one line of English, by the ids of the catalogue: for the command line, whose readers write the files. */
import type { Predicate, Requirement } from '../domain/catalogue/catalogue.ts';

function describePredicate(predicate: Predicate): string {
  if (predicate.kind === 'holds') return predicate.skill;
  const word = predicate.kind === 'all-of' ? 'all of' : 'any of';
  return `${word} (${predicate.of.map(describePredicate).join(', ')})`;
}

export function describeRequirement(requirement: Requirement | null): string {
  if (requirement === null) return 'no rules';
  switch (requirement.kind) {
    case 'all-of':
      return requirement.of.map(describeRequirement).join(' and ');
    case 'any-of':
      return `either ${requirement.of.map(describeRequirement).join(' or ')}`;
    case 'people': {
      const also = requirement.ofWhich.map(
        ({ count, alsoHolds }) => `, ${count} of them also ${describePredicate(alsoHolds)}`,
      );
      return `people: ${requirement.count} with ${describePredicate(requirement.holds)}${also.join('')}`;
    }
    case 'performance': {
      const market = requirement.market === null ? '' : ` (${requirement.market} markets)`;
      return `${requirement.metric} at least ${requirement.min}, ${requirement.window}${market}`;
    }
    case 'asset':
      return `the asset ${requirement.asset}`;
    case 'asset-count':
      return `${requirement.count} of the assets ${requirement.anyOf.join(', ')}`;
    case 'percent-of-staff':
      return `${requirement.percent} % of the staff with ${describePredicate(requirement.holds)}`;
    case 'attained':
      return requirement.anyOf.map(({ competency, level }) => `${competency} ${level}`).join(' or ');
    case 'score': {
      const metrics = requirement.metrics.map(({ metric, max }) => `${metric} ${max}`);
      return `score of ${requirement.threshold} (at most ${metrics.join(', ')})`;
    }
  }
}
