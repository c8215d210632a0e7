import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import type { Ability } from '../../src/contract/roles.ts';
import type { Me, PartnerSummary } from '../../src/contract/session.ts';
import { type AnswerParameters, type AsOfParameters, meQuery, partnersQuery } from '../api/queries.ts';
import { useLocale } from '../messages/locale.tsx';
import { isDay } from '../messages/use-dates.ts';
import { useUrlState } from './url-state.ts';

export interface Session {
  readonly me: Me;
  /** The company whose data is shown; network users choose it, null while their list is loading. */
  readonly partner: PartnerSummary | null;
  /** The address names a company that the reader does not have. */
  readonly wrongPartner: boolean;
  readonly partners: readonly PartnerSummary[];
  readonly times: AsOfParameters;
  /** The address names a time that does not exist; the pages then speak of today. */
  readonly wrongTime: boolean;
  /** The times with the programme that the address names, for questions about the company. */
  readonly question: AnswerParameters;
  /** The day the pages speak of: the chosen one, else today. */
  readonly day: string;
  can(ability: Ability): boolean;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession outside SessionProvider');
  return session;
}

/** For pages about a company: the shell shows them only once a company is known. */
export function usePartnerId(): string {
  const { partner } = useSession();
  if (partner === null) throw new Error('no company is chosen');
  return partner.id;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const { choose } = useLocale();
  // However somebody has come in: the page speaks the language that he or she has chosen before.
  useEffect(() => {
    if (me.locale !== null) choose(me.locale);
  }, [me.locale, choose]);
  const [{ asOf: askedDay, knownAt: askedKnown, programme, partner: chosen }] = useUrlState();
  const asOf = isDay(askedDay) ? askedDay : undefined;
  const knownAt = isDay(askedKnown?.slice(0, 10)) ? askedKnown : undefined;
  const wrongTime = asOf !== askedDay || knownAt !== askedKnown;
  const network = me.abilities.includes('network');
  const { data: list } = useQuery({ ...partnersQuery, enabled: network });
  const session = useMemo<Session>(() => {
    const partners = list?.value ?? [];
    const abilities = new Set(me.abilities);
    const open = me.partner === null ? partners : [me.partner];
    const named = open.find((one) => one.id === chosen);
    return {
      me,
      partners,
      partner: named ?? open[0] ?? null,
      // Another company in its place would be taken for the one that was asked for.
      wrongPartner: chosen !== undefined && open.length > 0 && named === undefined,
      times: { asOf, knownAt },
      wrongTime,
      question: { asOf, knownAt, programme },
      day: asOf ?? me.today,
      can: (ability) => abilities.has(ability),
    };
  }, [me, list, asOf, knownAt, wrongTime, programme, chosen]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
