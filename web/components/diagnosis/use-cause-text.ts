import type { LearningProvider } from '../../../src/contract/associations.ts';
import type { DiagnosisCause, DiagnosisFinding } from '../../../src/contract/diagnosis.ts';
import type { Reason } from '../../../src/contract/explanation.ts';
import { useReasonName, useReasonText } from '../../explanation/use-reason-text.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { useProviderLabel } from '../use-labels.ts';
import { usePurposeName } from '../use-purpose-name.ts';

const OTHER_ACCOUNT: Readonly<Record<string, MessageId>> = {
  'e-mail': 'diagnosis.cause.otherAccountEmail',
  certificate: 'diagnosis.cause.otherAccountCertificate',
  earlier: 'diagnosis.cause.otherAccountEarlier',
  transcript: 'diagnosis.cause.otherAccountTranscript',
};

const DELAYS: Readonly<Record<string, MessageId>> = {
  'new-association': 'diagnosis.cause.delayAssociation',
  'new-skill': 'diagnosis.cause.delaySkill',
  merge: 'diagnosis.cause.delayMerge',
};

const NAMES: Partial<Record<DiagnosisCause, MessageId>> = {
  'no-user-account': 'diagnosis.name.noUserAccount',
  'pmc-only': 'diagnosis.name.pmcOnly',
  'other-account': 'diagnosis.name.otherAccount',
  'different-email': 'diagnosis.name.differentEmail',
  'unmatched-records': 'diagnosis.name.unmatchedRecords',
  'source-delay': 'diagnosis.name.sourceDelay',
  'no-records': 'diagnosis.name.noRecords',
};

/** The short name of a cause, for lists and counts. */
export function useCauseName(): (cause: DiagnosisCause) => string {
  const t = useText();
  const reason = useReasonName();
  return (cause) => {
    const name = NAMES[cause];
    return name === undefined ? reason(cause) : t(name);
  };
}

/** What was found, with its evidence, as a sentence in the language of the page. */
export function useCauseText(): (finding: Pick<DiagnosisFinding, 'cause' | 'evidence'>) => string {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const purpose = usePurposeName();
  const reason = useReasonText();
  return ({ cause, evidence }) => {
    const text = (name: string) => String(evidence[name] ?? '');
    const day = (name: string) => (evidence[name] == null ? 'none' : dates.day(text(name)));
    const instant = (name: string) => (evidence[name] == null ? '–' : dates.instant(text(name)));
    const account = text('account');
    switch (cause) {
      case 'no-user-account':
        return t('diagnosis.cause.noUserAccount');
      case 'not-associated':
        return t('diagnosis.cause.notAssociated', {
          purpose: purpose(text('provider') as LearningProvider),
        });
      case 'pmc-only':
        return t('diagnosis.cause.pmcOnly', { account, day: day('on') });
      case 'pmc-window-over':
        return t('diagnosis.cause.pmcWindowOver', { account, day: day('on') });
      case 'association-ended':
        return t('diagnosis.cause.associationEnded', { account, day: day('on') });
      case 'associated-elsewhere':
        return t('diagnosis.cause.associatedElsewhere', {
          account,
          day: day('on'),
          next: day('nextPossibleOn'),
        });
      case 'other-account': {
        const found = t(OTHER_ACCOUNT[text('by')]!, { account, beside: text('beside') });
        if (typeof evidence.records !== 'number') return found;
        return `${found} ${t('diagnosis.cause.otherRecords', { count: evidence.records })}`;
      }
      case 'different-email':
        return t('diagnosis.cause.differentEmail', {
          account,
          email: text('email'),
          work: text('workEmail'),
        });
      case 'unmatched-records':
        return t('diagnosis.cause.unmatchedRecords', {
          count: Number(evidence.records ?? 0),
          email: text('email'),
        });
      case 'source-delay':
        return t(DELAYS[text('event')]!, {
          source: provider(text('source')),
          since: instant('since'),
          by: instant('expectedBy'),
        });
      case 'no-records':
        return t('diagnosis.cause.noRecords', { what: evidence.skill == null ? 'all' : 'skill' });
      default:
        return reason({ code: cause as Reason['code'], params: evidence });
    }
  };
}
