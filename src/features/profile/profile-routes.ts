import { AsOfQuerySchema } from '../../contract/common.ts';
import { LearningAccountListSchema, OwnSkillsSchema } from '../../contract/profile.ts';
import { RecordWaySchema } from '../../contract/skills-report.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { nameAndAddress } from '../shared/administrators.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { ownPerson } from '../shared/own-person.ts';
import { ownSkills, tellingAnswer } from '../shared/own-skills.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import { recordWay } from '../shared/record-way.ts';
import type { Services } from '../shared/services.ts';
import { ownProfile } from './own-profile.ts';

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
        const asOf = asOfQuery(request.query, now());
        const profile = await ownProfile(services, ownPerson(callerOf(request)), asOf);
        return json({
          value: [...profile.accounts],
          purposes: [...profile.purposes],
          signInAvailable: services.oidc.providers().learning !== null,
          partnerUniversitySince: profile.partnerUniversitySince,
          administrators: profile.administrators.map(nameAndAddress),
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
