import {
  type NetworkAuditEvent,
  NetworkAuditQuerySchema,
  NetworkAuditSchema,
  printAuditPlace,
} from '../../contract/network-audit.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { type Actor, asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import { type AuditPlace, type NetworkAuditQuestion, searchAudit } from '../../store/network-audit-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { networkAuditFile } from './network-audit-file.ts';
import { auditQuestion, auditViews } from './search-network-audit.ts';

const PAGE = 100;
const PAGE_OF_A_FILE = 2_000;

/** What was asked, as the trail of the network keeps it: people by their ids, and nothing of conditions that were not set. */
function asked(question: NetworkAuditQuestion): Record<string, unknown> {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null));
}

/** The trails of all companies, for the operator; whoever reads them leaves an entry as well. */
export function networkAuditRoutes({ database, now }: Services): Route[] {
  /** Pages in transactions of their own: nobody waits for the reader of a long file. */
  async function* pages(
    actor: Actor,
    question: NetworkAuditQuestion,
  ): AsyncGenerator<readonly NetworkAuditEvent[]> {
    let after: AuditPlace | null = null;
    for (;;) {
      const place: AuditPlace | null = after;
      const { events, views } = await database.asNetwork({ actor }, async (tx) => {
        const events = await searchAudit(tx, question, place, PAGE_OF_A_FILE);
        return { events, views: await auditViews(tx, events) };
      });
      yield views;
      if (events.length < PAGE_OF_A_FILE) return;
      after = events.at(-1)!;
    }
  }

  const tell = (tx: NetworkTransaction, downloaded: boolean, details: Record<string, unknown>) => {
    const action = downloaded ? 'network-audit.downloaded' : 'network-audit.read';
    return asOnePartner(tx, NETWORK_PARTNER, (own) => recordAudit(own, { action, subject: null, details }));
  };

  return [
    route({
      method: 'GET',
      path: '/api/v1/network/audit-events',
      summary:
        'What was done in all companies, newest first; asking leaves an entry in the trail of the network',
      access: { kind: 'ability', ability: 'run-network' },
      query: NetworkAuditQuerySchema,
      response: NetworkAuditSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query } = request;
        const { after, top = PAGE, format = 'json', lang } = query;
        const caller = callerOf(request);
        const actor = actorOf(caller);
        if (format === 'csv') {
          const question = await database.asNetwork({ actor }, async (tx) => {
            const found = await auditQuestion(tx, query);
            await tell(tx, true, asked(found));
            return found;
          });
          const locale = lang ?? caller.locale;
          return { kind: 'file', ...networkAuditFile(pages(actor, question), { locale, at: now() }) };
        }
        return database.asNetwork({ actor }, async (tx) => {
          const question = await auditQuestion(tx, query);
          // One more than asked for tells whether there is a next page.
          const found = await searchAudit(tx, question, after ?? null, top + 1);
          const shown = found.slice(0, top);
          const value = [...(await auditViews(tx, shown))];
          await tell(tx, false, { ...asked(question), entries: shown.length });
          const next = new URL(request.url, 'http://localhost');
          if (shown.length > 0) next.searchParams.set('after', printAuditPlace(shown.at(-1)!));
          const nextLink = found.length > top ? `${next.pathname}${next.search}` : null;
          return json({ value, nextLink });
        });
      },
    }),
  ];
}
