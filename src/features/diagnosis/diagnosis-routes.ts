import {
  CompanyDiagnosisSchema,
  DiagnosisQuerySchema,
  DiagnosisSchema,
  SourceDelayListSchema,
  SourceDelaySchema,
} from '../../contract/diagnosis.ts';
import { requireAbility } from '../../http/permissions.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { addressesOfNobody, proposedAccounts, unmatchedRecordsOfAll } from '../../store/diagnosis-store.ts';
import {
  everyEvent,
  listSourceDelays,
  setSourceDelay,
  sourceDelays,
} from '../../store/source-delays-store.ts';
import { findUser } from '../../store/users-store.ts';
import { administratorsOf } from '../shared/administrators.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner, claimOf, networkClaimOf } from '../shared/asked-partner.ts';
import { askedSkill } from '../shared/diagnosis/asked-skill.ts';
import { loadSituation } from '../shared/diagnosis/load-situation.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { finderFor } from '../shared/skill-finders.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { companyDiagnosis } from './company-diagnosis.ts';
import { diagnosisView } from './diagnosis-view.ts';

/** Addresses without a user that are named at once. */
const MOST_ADDRESSES = 50;

/** Why skills of a person, or of a whole company, are not seen or do not count. */
export function diagnosisRoutes(services: Services): Route[] {
  const { database, gate, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/users/{userId}/diagnosis',
      summary:
        'Everything that can keep the skills of a person from counting, checked: the own, or by who sees users',
      access: { kind: 'partner', abilities: [] },
      query: DiagnosisQuerySchema,
      response: DiagnosisSchema,
      handle: async (request) => {
        const caller = callerOf(request);
        const partnerId = askedPartner(request);
        const userId = uuidParam(request.params, 'userId');
        const claim = claimOf(request);
        const user = await database.readAsTenant(claim, (tx) => findUser(tx, userId));
        if (user === null) throw notFound();
        const own = caller.userId === user.userId;
        if (!own) await requireAbility(caller, 'users', partnerId, gate);
        const day = today(now());
        const answers = await answersOfEach(services, partnerId, { validAt: day, knownAt: null });
        const programmes = answers.map(({ programme }) => programme);
        const { skill: text, achievedOn } = request.query;
        const find = await finderFor(services, partnerId);
        const skill = text === undefined ? null : askedSkill(text, achievedOn, programmes, find, day);
        const mayElsewhere = own || caller.abilities.has('network');
        const { loaded, administrators } = await database.readAsTenant(claim, async (tx) => ({
          loaded: await loadSituation(tx, answers, { user, skill, mayElsewhere }),
          administrators: await administratorsOf(tx, user),
        }));
        return json(
          diagnosisView({
            loaded,
            skill,
            programmes,
            administrators,
            person: { userId, displayName: `${user.firstName} ${user.lastName}`.trim() },
            reader: { own, skills: own || caller.abilities.has('skills-report') },
          }),
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/diagnosis',
      summary: 'Why a company has no skills data, and how many people each cause holds back',
      access: { kind: 'partner', abilities: ['skills-report'] },
      response: CompanyDiagnosisSchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const [answer] = await answersOfEach(services, partnerId, { validAt: today(now()), knownAt: null });
        const known = await database.readAsTenant(claimOf(request), async (tx) => ({
          delays: await sourceDelays(tx),
          unknownAddresses: [...(await addressesOfNobody(tx, MOST_ADDRESSES))],
          others: await proposedAccounts(tx),
          unmatched: await unmatchedRecordsOfAll(tx),
          now: tx.now.getTime(),
        }));
        return json(companyDiagnosis(answer, known));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/source-delays',
      summary: 'Within how many hours each source tells of an association, a skill, a merge',
      access: { kind: 'ability', ability: 'network' },
      response: SourceDelayListSchema,
      handle: async (request) => {
        const claim = networkClaimOf(request);
        const delays = await database.readAsTenant(claim, listSourceDelays);
        return json({ value: [...everyEvent(delays)] });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/source-delays',
      summary: 'Changes what is expected of a source: people are told so from then on',
      access: { kind: 'ability', ability: 'source-settings' },
      body: SourceDelaySchema,
      response: SourceDelayListSchema,
      handle: async (request) => {
        const claim = networkClaimOf(request);
        const { source, event, hours } = request.body;
        const delays = await database.asTenant(claim, async (tx) => {
          await setSourceDelay(tx, request.body);
          const subject = `source:${source}`;
          await recordAudit(tx, { action: 'source-delay.changed', subject, details: { event, hours } });
          return listSourceDelays(tx);
        });
        return json({ value: [...everyEvent(delays)] });
      },
    }),
  ];
}
