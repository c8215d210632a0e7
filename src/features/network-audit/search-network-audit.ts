import type { z } from 'zod';
import { AUDIT_ACTION_LABELS } from '../../contract/messages/audit-actions.ts';
import { labelOf } from '../../contract/messages/labels.ts';
import type {
  NetworkAuditQuerySchema,
  NetworkAuditEvent as NetworkAuditView,
} from '../../contract/network-audit.ts';
import type { NetworkTransaction } from '../../store/database.ts';
import {
  type NetworkAuditEvent,
  type NetworkAuditQuestion,
  namesOfPeople,
  peopleWithEmail,
} from '../../store/network-audit-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { findPartners } from '../../store/partners-store.ts';

const USER = 'user:';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = 86_400_000;

/** How the trail may name whoever was typed: by a work e-mail, an id, or as the trail itself does. */
async function partyNames(tx: NetworkTransaction, text: string): Promise<readonly string[]> {
  if (text.includes('@')) return (await peopleWithEmail(tx, text)).map((userId) => `${USER}${userId}`);
  return UUID.test(text) ? [`${USER}${text}`] : [text];
}

/** What is asked of the trails, with people found by their addresses. */
export async function auditQuestion(
  tx: NetworkTransaction,
  { company, actor, subject, action, from, until }: z.output<typeof NetworkAuditQuerySchema>,
): Promise<NetworkAuditQuestion> {
  return {
    partnerId: company ?? null,
    actors: actor === undefined ? null : await partyNames(tx, actor),
    subjects: subject === undefined ? null : await partyNames(tx, subject),
    action: action ?? null,
    from: from === undefined ? null : new Date(from),
    until: until === undefined ? null : new Date(new Date(until).getTime() + DAY),
  };
}

function userIdOf(party: string | null): string | null {
  const id = party?.startsWith(USER) ? party.slice(USER.length) : '';
  return UUID.test(id) ? id : null;
}

/** Entries with the names of companies and of the people who still have one. Whoever acts in a company is of it or of the network. */
export async function auditViews(
  tx: NetworkTransaction,
  events: readonly NetworkAuditEvent[],
): Promise<readonly NetworkAuditView[]> {
  const partnerIds = [...new Set(events.map(({ partnerId }) => partnerId as PartnerId))];
  const partners = partnerIds.length === 0 ? [] : await findPartners(tx, partnerIds);
  const partnerNames = new Map<string, string>(partners.map(({ partnerId, name }) => [partnerId, name]));
  const people = events.flatMap(({ partnerId, actor, subject }) =>
    [actor, subject].flatMap((party) => {
      const userId = userIdOf(party);
      return userId === null ? [] : [partnerId, NETWORK_PARTNER].map((id) => ({ partnerId: id, userId }));
    }),
  );
  const names = await namesOfPeople(tx, people);
  const nameOf = (partnerId: string, party: string | null) => {
    const userId = userIdOf(party);
    return names.get(`${partnerId} ${userId}`) ?? names.get(`${NETWORK_PARTNER} ${userId}`) ?? null;
  };
  return events.map(({ partnerId, at, actor, action, subject, ...event }) => ({
    ...event,
    partnerId,
    partnerName: partnerNames.get(partnerId) ?? partnerId,
    at: at.toISOString(),
    actor,
    actorName: nameOf(partnerId, actor),
    action,
    label: { fr: labelOf(AUDIT_ACTION_LABELS.fr, action), en: labelOf(AUDIT_ACTION_LABELS.en, action) },
    subject,
    subjectName: nameOf(partnerId, subject),
  }));
}
