import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CandidateRequest, CompareRequest, CurveRequest } from '../../../src/contract/plan-studies.ts';
import { sendJson } from '../../api/client.ts';
import {
  isUnderWay,
  type StudyKind,
  type StudyOf,
  startedStudyQuery,
  studyPath,
  studyQuery,
} from '../../api/plans.ts';
import { usePartnerId } from '../../components/session.tsx';
import { useSettled } from '../../components/use-settled.ts';
import { useLetGo } from './use-let-go.ts';

type RequestOf<Kind extends StudyKind> = {
  readonly curve: CurveRequest;
  readonly comparison: CompareRequest;
  readonly candidates: CandidateRequest;
}[Kind];

/** A study of a question, followed until it is done; `null` asks nothing. */
export function useStudy<Kind extends StudyKind>(kind: Kind, request: RequestOf<Kind> | null) {
  const partner = usePartnerId();
  const settled = useSettled(request);
  const enabled = settled !== null;
  const begun = useQuery({
    ...startedStudyQuery(partner, kind, settled as RequestOf<Kind>),
    enabled,
    placeholderData: keepPreviousData,
  });
  useLetGo<StudyOf<Kind>>({
    begun: settled === null ? null : startedStudyQuery(partner, kind, settled).queryKey,
    idOf: ({ studyId: id }) => id,
    followed: (id) => studyQuery<Kind>(partner, id).queryKey,
    path: (id) => studyPath(partner, id),
  });
  const studyId = begun.data?.studyId;
  const followed = useQuery({
    ...studyQuery<Kind>(partner, studyId ?? ''),
    enabled: studyId !== undefined && isUnderWay(begun.data?.state),
  });
  const latest = followed.data?.studyId === studyId ? (followed.data ?? begun.data) : begun.data;
  const study: StudyOf<Kind> | undefined = enabled ? latest : undefined;
  return {
    study,
    older: begun.isPlaceholderData || JSON.stringify(settled) !== JSON.stringify(request),
    error: begun.error ?? followed.error,
    retry: () => void begun.refetch(),
    stop: () => {
      if (studyId !== undefined) void sendJson('POST', `${studyPath(partner, studyId)}/cancel`);
    },
  };
}
