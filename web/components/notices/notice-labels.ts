import { useCallback } from 'react';
import { MAIL_MODES, type NoticeView } from '../../../src/contract/notices.ts';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

type Kind = NoticeView['kind'];
export type Mode = (typeof MAIL_MODES)[number];

const KINDS: Readonly<Record<Kind, MessageId>> = {
  'at-risk': 'noticeKind.atRisk',
  'risk-over': 'noticeKind.riskOver',
  'level-lost': 'noticeKind.levelLost',
  'level-gained': 'noticeKind.levelGained',
  'renewal-reminder': 'noticeKind.renewal',
  'report-check': 'noticeKind.reportCheck',
  'certificate-expiry': 'noticeKind.certificate',
  'certificates-expiring': 'noticeKind.certificates',
  'pmc-window-ending': 'noticeKind.pmc',
  'override-ending': 'noticeKind.override',
  'order-pending': 'noticeKind.orderPending',
  'order-paid': 'noticeKind.orderPaid',
  'order-expired': 'noticeKind.orderExpired',
  'association-ended': 'noticeKind.association',
  'enquiry-received': 'noticeKind.enquiry',
  'training-late': 'noticeKind.trainingLate',
  'company-merged': 'noticeKind.companyMerged',
};

const MODES: Readonly<Record<Mode, MessageId>> = {
  'at-once': 'noticeSettings.mode.atOnce',
  daily: 'noticeSettings.mode.daily',
  weekly: 'noticeSettings.mode.weekly',
  off: 'noticeSettings.mode.off',
};

export function useNoticeKind(): (kind: Kind) => string {
  const t = useText();
  return useCallback((kind) => t(KINDS[kind]), [t]);
}

export function useMailMode(): (mode: Mode) => string {
  const t = useText();
  return useCallback((mode) => t(MODES[mode]), [t]);
}

/** What can be chosen for a kind: what is essential is always sent. */
export function modesFor(essential: boolean): readonly Mode[] {
  return MAIL_MODES.filter((mode) => !essential || mode !== 'off');
}
