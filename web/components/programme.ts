import { useQueries, useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '../../src/contract/catalogue.ts';
import type { PartnerProgrammeView } from '../../src/contract/session.ts';
import { partnerProgrammesQuery, programmeQuery } from '../api/queries.ts';
import { useSession } from './session.tsx';
import { useUrlState } from './url-state.ts';

/** The programme of somebody who has no company. */
const WITHOUT_COMPANY = 'microsoft-competencies';

/** The programmes about which the pages of the company may be asked; undefined while they are on their way. */
export function useOwnProgrammes(): readonly PartnerProgrammeView[] | undefined {
  const { partner } = useSession();
  const query = useQuery({ ...partnerProgrammesQuery(partner?.id ?? ''), enabled: partner !== null });
  return partner === null ? [] : query.data?.value;
}

/** The programme of the page: the one in its address, else the first of the company. */
export function useProgrammeId(): string | undefined {
  const [{ programme }] = useUrlState();
  const own = useOwnProgrammes();
  if (programme !== undefined) return programme;
  return own === undefined ? undefined : (own[0]?.programme ?? WITHOUT_COMPANY);
}

/** The rules of the programme of the page, on its day. */
export function useProgrammeRules() {
  const id = useProgrammeId();
  const { times } = useSession();
  return useQuery({ ...programmeQuery(id ?? '', times.asOf), enabled: id !== undefined });
}

/** The rules of every programme of the company, as far as they have come. */
export function useOwnRules(): readonly ProgrammeView[] {
  const own = useOwnProgrammes() ?? [];
  const ids = own.length === 0 ? [WITHOUT_COMPANY] : own.map(({ programme }) => programme);
  return useQueries({ queries: ids.map((id) => programmeQuery(id)), combine: foundOf });
}

function foundOf(queries: readonly { readonly data: ProgrammeView | undefined }[]): readonly ProgrammeView[] {
  return queries.flatMap(({ data }) => (data === undefined ? [] : [data]));
}
