/** What one version of a programme says otherwise than another: codes and values; words are made of them elsewhere. */
import type { Programme, Skill, SkillId } from '../catalogue/catalogue.ts';
import { formatDay } from '../time/day.ts';
import { type LevelRulesDifference, ruleDifferences, saysTheSame } from './rule-differences.ts';

export const POLICY_CODES = [
  'recognised-sources',
  'min-grade',
  'retirement-counts',
  'retirement-listed',
  'validity',
  'pmc-window',
  'qualification-window',
  'fiscal-year',
  'documented-until',
  'default-track',
  'tracks',
  'levels',
  'sharing-limits',
  'membership',
  'reminders',
  'metrics',
  'aliases',
  'names',
] as const;

export type PolicyCode = (typeof POLICY_CODES)[number];

export interface PolicyDifference {
  readonly policy: PolicyCode;
  /** A number, a day or a list as it is written; `null` where a reader must look into the files, or nothing is said. */
  readonly before: string | null;
  readonly after: string | null;
}

export const SKILL_FIELDS = [
  'title',
  'retiredOn',
  'retiredBefore',
  'validity',
  'replacedBy',
  'prerequisites',
  'provider',
  'source',
] as const satisfies readonly (keyof Skill)[];

export type SkillField = (typeof SKILL_FIELDS)[number];

/** One of both may be missing: the skill has come, or gone. */
export interface SkillDifference {
  readonly skill: SkillId;
  readonly before: Skill | null;
  readonly after: Skill | null;
  /** What is said otherwise of a skill that both know. */
  readonly fields: readonly SkillField[];
}

export interface CompetencyDifference {
  readonly competency: string;
  readonly kind: 'added' | 'removed' | 'described-otherwise';
}

export interface CatalogueDifference {
  readonly policies: readonly PolicyDifference[];
  readonly skills: readonly SkillDifference[];
  readonly competencies: readonly CompetencyDifference[];
  readonly rules: readonly LevelRulesDifference[];
}

interface Policy {
  readonly value: unknown;
  readonly text: string | null;
}

function simple(value: string | number | null): Policy {
  return { value, text: value === null ? null : String(value) };
}

function listed(values: readonly string[]): Policy {
  return { value: values, text: values.join(', ') };
}

function complex(value: unknown): Policy {
  return { value, text: null };
}

const entries = (map: ReadonlyMap<string, unknown>) => [...map];

function policiesOf(programme: Programme): Readonly<Record<PolicyCode, Policy>> {
  const { areas, focusAreas, assets, associationTypes, groups, name } = programme;
  return {
    'recognised-sources': listed(programme.recognisedSources),
    'min-grade': simple(programme.minGrade),
    'retirement-counts': simple(programme.retirement.countsForMonths),
    'retirement-listed': simple(programme.retirement.listedForMonths),
    validity: complex(programme.validity),
    'pmc-window': simple(programme.pmcWindowMonths),
    'qualification-window': simple(programme.qualificationWindowMonths),
    'fiscal-year': simple(programme.fiscalYearStart),
    'documented-until': simple(
      programme.documentedUntil === null ? null : formatDay(programme.documentedUntil),
    ),
    'default-track': simple(programme.defaultTrack),
    tracks: complex(
      programme.competencies.map(({ id, tracks, options }) => [
        id,
        tracks,
        options.map((one) => [one.id, one.track]),
      ]),
    ),
    levels: complex(programme.levels),
    'sharing-limits': complex(programme.sharingLimits),
    membership: complex(programme.membership),
    reminders: complex(programme.reminders),
    metrics: complex(entries(programme.metrics)),
    aliases: complex(entries(programme.aliases)),
    names: complex([
      name,
      programme.reportAttachments,
      ...[areas, focusAreas, assets, associationTypes, groups, programme.tracks].map(entries),
    ]),
  };
}

/** Options that have come or gone stand among the rules: only what both versions have is compared here. */
function tracksDiffer(before: Programme, after: Programme): boolean {
  return before.competencies.some((old) => {
    const fresh = after.competencies.find(({ id }) => id === old.id);
    if (fresh === undefined) return false;
    if (fresh.tracks !== old.tracks) return true;
    return old.options.some((option) => {
      const other = fresh.options.find(({ id }) => id === option.id);
      return other !== undefined && other.track !== option.track;
    });
  });
}

function policyDifferences(before: Programme, after: Programme): readonly PolicyDifference[] {
  const [old, fresh] = [policiesOf(before), policiesOf(after)];
  return POLICY_CODES.filter((policy) =>
    policy === 'tracks' ? tracksDiffer(before, after) : !saysTheSame(old[policy].value, fresh[policy].value),
  ).map((policy) => ({ policy, before: old[policy].text, after: fresh[policy].text }));
}

function skillDifferences(before: Programme, after: Programme): readonly SkillDifference[] {
  const ids = new Set([...after.skills.keys(), ...before.skills.keys()]);
  return [...ids].flatMap((skill): SkillDifference[] => {
    const old = before.skills.get(skill) ?? null;
    const fresh = after.skills.get(skill) ?? null;
    if (old === null || fresh === null) return [{ skill, before: old, after: fresh, fields: [] }];
    const fields = SKILL_FIELDS.filter((field) => !saysTheSame(old[field], fresh[field]));
    return fields.length === 0 ? [] : [{ skill, before: old, after: fresh, fields }];
  });
}

function competencyDifferences(before: Programme, after: Programme): readonly CompetencyDifference[] {
  const described = ({ competencies }: Programme, competency: string) => {
    const found = competencies.find(({ id }) => id === competency);
    if (found === undefined) return null;
    const { options, tracks: _, ...words } = found;
    return { ...words, options: options.map(({ id, name }) => ({ id, name })) };
  };
  const ids = new Set([...after.competencies, ...before.competencies].map(({ id }) => id));
  return [...ids].flatMap((competency): CompetencyDifference[] => {
    const old = described(before, competency);
    const fresh = described(after, competency);
    if (old === null) return [{ competency, kind: 'added' }];
    if (fresh === null) return [{ competency, kind: 'removed' }];
    return saysTheSame(old, fresh) ? [] : [{ competency, kind: 'described-otherwise' }];
  });
}

export function catalogueDifference(before: Programme, after: Programme): CatalogueDifference {
  return {
    policies: policyDifferences(before, after),
    skills: skillDifferences(before, after),
    competencies: competencyDifferences(before, after),
    rules: ruleDifferences(before, after),
  };
}
