import {
  AskChecksRequestSchema,
  AskedChecksSchema,
  CheckRecordsRequestSchema,
  type RecordChecks,
  RecordChecksSchema,
} from '../../contract/list-checks.ts';
import type { Reminder } from '../../contract/reminders.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { keepRecordChecks, listCheckRequests, recordChecks } from '../../store/list-checks-store.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { ownPerson } from '../shared/own-person.ts';
import { ownSkills } from '../shared/own-skills.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { askChecks } from './ask-checks.ts';

/** What was said and asked, of one person or of the whole company. */
async function shown(tx: TenantTransaction, userId: string | null): Promise<RecordChecks> {
  const checks = await recordChecks(tx, userId);
  const requests = await listCheckRequests(tx, userId);
  return {
    value: checks.map(({ checkedAt, ...check }) => ({ ...check, checkedAt: checkedAt.toISOString() })),
    asked: requests.map((one) => ({ userId: one.userId, askedAt: one.askedAt.toISOString() })),
  };
}

/** People check what is listed as their skills, because somebody asks them to or by themselves. */
export function listCheckRoutes(services: Services): Route[] {
  const { database, now } = services;
  const present = () => ({ validAt: today(now()), knownAt: null });
  return [
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/list-checks',
      summary: 'Asks people by e-mail to check what is listed as their skills, each once a month at most',
      access: { kind: 'partner', abilities: ['ask-checks'] },
      body: AskChecksRequestSchema,
      response: AskedChecksSchema,
      handle: async (request) => {
        const [answer] = await answersOfEach(services, askedPartner(request), present());
        const { kept } = await database.asTenant(claimOf(request), (tx) =>
          repeatable<Reminder[]>(tx, request, () => askChecks(services, tx, answer, request.body.userIds)),
        );
        return json({ value: kept });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/list-checks',
      summary: 'What people have said of the records that are listed as theirs, and when they were asked',
      access: { kind: 'partner', abilities: ['skills-report'] },
      response: RecordChecksSchema,
      handle: async (request) => json(await database.readAsTenant(claimOf(request), (tx) => shown(tx, null))),
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/list-checks',
      summary: 'What one has said of the own records, and when one was asked to check them',
      access: { kind: 'ability', ability: 'own-profile' },
      response: RecordChecksSchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const claim = { partnerId, actor: { kind: 'user', userId } } as const;
        return json(await database.readAsTenant(claim, (tx) => shown(tx, userId)));
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/list-checks',
      summary: 'Confirms or disputes own records, one or many; what is said last stands',
      access: { kind: 'ability', ability: 'own-profile' },
      body: CheckRecordsRequestSchema,
      response: RecordChecksSchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const { checks } = request.body;
        const answers = await answersOfEach(services, partnerId, present());
        const own = new Set(ownSkills(answers, userId).map(({ recordId }) => recordId));
        if (checks.some(({ recordId }) => !own.has(recordId))) {
          throw notFound('record-not-found', 'This is no record of yours; nothing was changed.');
        }
        const claim = { partnerId, actor: { kind: 'user', userId } } as const;
        return json(
          await database.asTenant(claim, async (tx) => {
            const kept = await keepRecordChecks(tx, userId, checks);
            const disputed = checks.filter(({ verdict }) => verdict === 'disputed').length;
            if (kept > 0) {
              await recordAudit(tx, {
                action: 'list-check.answered',
                subject: `user:${userId}`,
                details: { records: kept, disputed },
              });
            }
            return shown(tx, userId);
          }),
        );
      },
    }),
  ];
}
