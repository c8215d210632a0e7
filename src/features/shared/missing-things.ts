import type { LocalText } from '../../contract/common.ts';
import { MISSING_TEXTS } from '../../contract/messages/missing-texts.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { OptionResult, Outcome, RequirementNode } from '../../domain/evaluation/evaluation-result.ts';

/** What keeps a level from being met, apart from people: by name, each once. */
export interface MissingThings {
  /** Figures, assets and levels of which nothing is known. */
  readonly unknown: LocalText[];
  /** The same, known and not enough. */
  readonly missed: LocalText[];
}

interface Named {
  readonly outcome: Outcome;
  readonly name: LocalText;
}

function nameIn(things: ReadonlyMap<string, { readonly name: LocalText }>, id: string): LocalText {
  return things.get(id)?.name ?? { fr: id, en: id };
}

function levelName({ competencies, levels }: Programme, competency: string, level: string): LocalText {
  const of = competencies.find(({ id }) => id === competency)?.name ?? { fr: competency, en: competency };
  const rank = levels.find(({ id }) => id === level)?.name ?? { fr: level, en: level };
  return { fr: `${of.fr} – ${rank.fr}`, en: `${of.en} – ${rank.en}` };
}

/** Leaves that are not met, of a part that is not met itself: what is missing elsewhere changes nothing. */
function missingLeaves(node: RequirementNode, programme: Programme): readonly Named[] {
  const { outcome } = node;
  if (outcome === 'met') return [];
  switch (node.kind) {
    case 'all-of':
      return node.children.flatMap((child) => missingLeaves(child, programme));
    case 'any-of':
      // Of a choice that is open, what is known to be missed (such as the goal of another market) is not it.
      return node.children
        .filter((child) => outcome === 'unmet' || child.outcome === outcome)
        .flatMap((child) => missingLeaves(child, programme));
    case 'performance': {
      const name = node.window === null ? MISSING_TEXTS.anniversary : nameIn(programme.metrics, node.metric);
      return [{ outcome, name }];
    }
    case 'asset':
      return [{ outcome, name: nameIn(programme.assets, node.asset) }];
    case 'asset-count':
      return node.assets
        .filter((each) => each.outcome !== 'met')
        .map((each) => ({ outcome: each.outcome, name: nameIn(programme.assets, each.asset) }));
    case 'attained':
      return node.anyOf.map(({ competency, level }) => ({
        outcome,
        name: levelName(programme, competency, level),
      }));
    case 'score':
      return node.unknown.map((id) => ({ outcome: 'undetermined', name: nameIn(programme.metrics, id) }));
    case 'people':
    case 'percent-of-staff':
      return outcome === 'undetermined' ? [{ outcome, name: MISSING_TEXTS.sharing }] : [];
  }
}

function namesOf(leaves: readonly Named[], wanted: Outcome): LocalText[] {
  const names = leaves.filter(({ outcome }) => outcome === wanted).map(({ name }) => name);
  return [...new Map(names.map((name) => [name.en, name])).values()];
}

/** What an explained result lacks by name; the points of a score and people are told by their numbers. */
export function missingThings({ requirements = [] }: OptionResult, programme: Programme): MissingThings {
  const leaves = requirements.flatMap((node) => missingLeaves(node, programme));
  const unknown = namesOf(leaves, 'undetermined');
  const missed = namesOf(leaves, 'unmet').filter(({ en }) => unknown.every((name) => name.en !== en));
  return { unknown, missed };
}
