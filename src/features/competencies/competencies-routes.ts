import { AnswerQuerySchema } from '../../contract/common.ts';
import {
  CompetencyDetailSchema,
  type CompetencyList,
  CompetencyListSchema,
} from '../../contract/competencies.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner } from '../shared/asked-partner.ts';
import { competencyStatuses } from '../shared/competency-status.ts';
import { namesById } from '../shared/names-by-id.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { levelStandingView } from '../shared/partner-lifecycle.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { qualificationWindowFrom, trackOf } from '../shared/score-summary.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { competencyDetail } from './competency-detail.ts';

/** Every competency with what is attained and what is nearest; the same for every reader. */
function competencyList(answer: PartnerAnswer): CompetencyList {
  const { evaluation, programme } = answer;
  const ends = new Map(answer.riskOfYear().ends.map((end) => [`${end.competency}/${end.level}`, end.on]));
  return {
    value: competencyStatuses(programme, evaluation, ends, answer.facts.exemptions),
    levels: answer.levelStandings().map((standing) => levelStandingView(programme, standing)),
    track: trackOf(programme, answer.facts),
    qualificationWindowFrom: qualificationWindowFrom(programme, evaluation.asOf.validAt),
    areas: namesById(programme.areas),
    metrics: namesById(programme.metrics),
    asOf: evaluation.asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
    warnings: [...evaluation.warnings],
  };
}

export function competenciesRoutes(services: Services): Route[] {
  const { answers, derived } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/competencies',
      summary: 'Competencies of a partner: what is attained, what is nearest',
      access: { kind: 'partner', abilities: ['competencies'] },
      query: AnswerQuerySchema,
      response: CompetencyListSchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const evidence = await answers.version(partnerId);
        const programme = await askedProgramme(services, partnerId, request.query.programme, evidence);
        const asOf = asOfQuery(request.query, services.now());
        return {
          kind: 'versioned-text',
          version: await versionFor(services, partnerId, programme, asOf, evidence),
          text: () =>
            derived.json(partnerId, programme, 'competencies', asOf, (answer) => competencyList(answer)),
        };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/competencies/{competency}',
      summary: 'One competency: each requirement with who counts, what is missing, and why not',
      access: { kind: 'partner', abilities: ['competencies'] },
      query: AnswerQuerySchema,
      response: CompetencyDetailSchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const evidence = await answers.version(partnerId);
        const programme = await askedProgramme(services, partnerId, request.query.programme, evidence);
        const asOf = asOfQuery(request.query, services.now());
        const competency = programme.competencies.find(({ id }) => id === request.params.competency);
        if (competency === undefined) throw notFound('competency-not-found', 'There is no such competency.');
        const mayNames = callerOf(request).abilities.has('personal-data');
        return {
          kind: 'versioned',
          version: await versionFor(services, partnerId, programme, asOf, evidence),
          body: async () =>
            competencyDetail(await answers.of(partnerId, programme, asOf), competency, mayNames),
        };
      },
    }),
  ];
}
