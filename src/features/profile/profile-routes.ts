import { AsOfQuerySchema } from '../../contract/common.ts';
import { LearningAccountListSchema, OwnSkillsSchema } from '../../contract/profile.ts';
import { RecordWaySchema } from '../../contract/skills-report.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { ownPerson } from '../shared/own-person.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import { recordWay } from '../shared/record-way.ts';
import type { Services } from '../shared/services.ts';
import { learningPurposes } from './learning-purposes.ts';
import { accountKnowledge, ownLearningAccounts } from './own-learning-accounts.ts';
import { ownSkills, tellingAnswer } from './own-skills.ts';

export function profileRoutes(services: Services): Route[] {
  const { now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/learning-accounts',
      summary: 'Own learning accounts and since when they are associated',
      access: { kind: 'ability', ability: 'own-profile' },
      query: AsOfQuerySchema,
      response: LearningAccountListSchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const claim = { partnerId, actor: { kind: 'user', userId } } as const;
        const known = await services.database.readAsTenant(claim, (tx) => accountKnowledge(tx, userId));
        const [answer] = await answersOfEach(services, partnerId, asOfQuery(request.query, now()));
        const value = ownLearningAccounts(answer, userId, known);
        const { validAt } = answer.asOf;
        return json({
          value,
          purposes: learningPurposes(value, validAt, {
            movedOn: answer.facts.partner.movedFromPmcOn ?? null,
            windowMonths: answer.programme.pmcWindowMonths,
          }),
          signInAvailable: services.oidc.providers().learning !== null,
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/skills',
      summary: 'Own skills: what each counts for, and why one does not',
      access: { kind: 'ability', ability: 'own-profile' },
      query: AsOfQuerySchema,
      response: OwnSkillsSchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const answers = await answersOfEach(services, partnerId, asOfQuery(request.query, now()));
        return json({ value: ownSkills(answers, userId), asOf: answers[0].evaluation.asOf });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/skills/{recordId}/way',
      summary: 'The way of one own record: achieved, received, associated, counted',
      access: { kind: 'ability', ability: 'own-profile' },
      query: AsOfQuerySchema,
      response: RecordWaySchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const recordId = request.params.recordId ?? '';
        const answers = await answersOfEach(services, partnerId, asOfQuery(request.query, now()));
        const answer = tellingAnswer(answers, userId, recordId);
        if (answer === null) throw notFound();
        const mayStanding = callerOf(request).abilities.has('competencies');
        return json(recordWay(answer, recordId, mayStanding)!);
      },
    }),
  ];
}
