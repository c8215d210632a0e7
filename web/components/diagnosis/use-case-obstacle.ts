import type { CaseForm } from '../../../src/contract/cases.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';

type Standing = NonNullable<CaseForm['standing']>;

const OBSTACLES: Readonly<Record<NonNullable<Standing['reason']>, MessageId>> = {
  'person-left': 'diagnosis.case.personLeft',
  'no-user-account': 'diagnosis.case.noUserAccount',
  'not-associated': 'diagnosis.case.notAssociated',
  'source-delay': 'diagnosis.case.sourceDelay',
  'would-not-count': 'diagnosis.case.wouldNotCount',
  'nothing-missing': 'diagnosis.case.nothingMissing',
};

/** Why no case can be opened now, and from when on; `null` where it can. */
export function useCaseObstacle(): (standing: Standing) => string | null {
  const t = useText();
  const dates = useDates();
  return ({ reason, expectedBy }) =>
    reason === null
      ? null
      : t(OBSTACLES[reason], { at: expectedBy === null ? '' : dates.instant(expectedBy) });
}
