import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProgrammeView } from '../../../src/contract/catalogue.ts';
import type { CompetencyList } from '../../../src/contract/competencies.ts';
import { competenciesQuery } from '../../api/queries.ts';
import { useProgrammeRules } from '../../components/programme.ts';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { Bones } from '../../ui/Bones.tsx';

interface CompanyAndRulesProps {
  readonly children: (list: CompetencyList, rules: ProgrammeView) => ReactNode;
}

/** Where the company stands and the rules it is judged by: what every page of planning begins with. */
export function CompanyAndRules({ children }: CompanyAndRulesProps) {
  const { question } = useSession();
  const rules = useProgrammeRules();
  const query = useQuery(competenciesQuery(usePartnerId(), question));
  const skeleton = <Bones count={3} height={180} />;
  return (
    <QueryView query={query} skeleton={skeleton}>
      {(list) => (
        <QueryView query={rules} skeleton={skeleton}>
          {(programme) => children(list, programme)}
        </QueryView>
      )}
    </QueryView>
  );
}
