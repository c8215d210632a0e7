import { useCallback } from 'react';
import { useLocalText } from '../messages/use-text.ts';
import { useProgrammeRules } from './programme.ts';

/** The name of a competency of the programme of the page; its id while the rules are on their way. */
export function useCompetencyName(): (id: string) => string {
  const local = useLocalText();
  const competencies = useProgrammeRules().data?.competencies;
  return useCallback(
    (id) => {
      const found = competencies?.find(({ competency }) => competency === id);
      return found === undefined ? id : local(found.name);
    },
    [local, competencies],
  );
}
