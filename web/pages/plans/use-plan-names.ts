import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LocalText } from '../../../src/contract/common.ts';
import type { PlanView } from '../../../src/contract/plans.ts';
import { programmeQuery } from '../../api/queries.ts';
import { useLevelName } from '../../components/use-level-name.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';

export interface NamedTarget {
  readonly competency: string;
  readonly level: string;
  readonly option: string | null;
}

export interface PlanNames {
  person(id: string): string;
  /** Code and title of an exam, the title of anything else. */
  skill(id: string): string;
  /** « Plateforme de données – Gold » */
  level(target: Pick<NamedTarget, 'competency' | 'level'>): string;
  /** The level with the option in brackets. */
  target(target: NamedTarget): string;
  option(target: NamedTarget): string;
  metric(id: string): string;
  unit(metric: string): string;
  asset(id: string): string;
  group(id: string): string;
}

/** Names of everything that a plan or a study mentions by id. */
export function usePlanNames({
  programme,
  people,
  skills,
}: Pick<PlanView, 'programme' | 'people' | 'skills'>): PlanNames {
  const t = useText();
  const local = useLocalText();
  const levelName = useLevelName();
  const rules = useQuery(programmeQuery(programme.id)).data;
  return useMemo(() => {
    const named = (name: LocalText | undefined | null, id: string) => (name == null ? id : local(name));
    const competency = (id: string) => rules?.competencies.find((one) => one.competency === id);
    const option = ({ competency: id, option: asked }: NamedTarget) => {
      const found = competency(id)?.options.find((one) => one.option === asked);
      return asked === null ? '' : named(found?.name, asked);
    };
    const level = (target: Pick<NamedTarget, 'competency' | 'level'>) =>
      t('plans.target', {
        competency: named(competency(target.competency)?.name, target.competency),
        level: levelName(target.level),
      });
    return {
      person: (id) => people[id]?.label ?? id,
      skill(id) {
        const skill = skills[id] ?? rules?.skills[id];
        if (skill === undefined) return id;
        return skill.kind === 'exam' ? `${skill.code} ${skill.title}` : skill.title;
      },
      level,
      option,
      target(target) {
        const of = option(target);
        return of === '' ? level(target) : t('plans.target.option', { level: level(target), option: of });
      },
      metric: (id) => named(rules?.metrics[id]?.name, id),
      unit: (id) => named(rules?.metrics[id]?.unit, ''),
      asset: (id) => named(rules?.assets[id], id),
      group: (id) => named(rules?.groups[id], id),
    };
  }, [t, local, levelName, rules, people, skills]);
}
