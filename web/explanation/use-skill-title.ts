import { useExplanation } from './explanation-context.ts';

/** Code and title of an exam, the title of everything else. */
export function useSkillTitle(): (id: string) => string {
  const { programme } = useExplanation();
  return (id) => {
    const skill = programme.skills[id];
    if (skill === undefined) return id;
    return skill.kind === 'exam' ? `${skill.code} ${skill.title}` : skill.title;
  };
}
