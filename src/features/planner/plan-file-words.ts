import type { Locale } from '../../contract/common.ts';
import type { PlanView } from '../../contract/plans.ts';
import type { AssignmentView } from '../../contract/training-assignments.ts';

type Status = NonNullable<PlanView['result']>['status'];

interface PlanFileWords {
  readonly fileStem: string;
  readonly sheet: string;
  readonly title: string;
  readonly columns: {
    readonly person: string;
    readonly email: string;
    readonly skill: string;
    readonly code: string;
    readonly renewal: string;
    readonly cost: string;
    readonly hours: string;
    readonly due: string;
    readonly state: string;
    readonly done: string;
  };
  readonly by: string;
  readonly survive: string;
  readonly targets: string;
  readonly status: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly cost: string;
  readonly hours: string;
  readonly people: string;
  readonly notAdopted: string;
  readonly adopted: string;
  readonly states: Readonly<Record<AssignmentView['state'], string>>;
  readonly doneLate: string;
  readonly note: string;
  readonly madeAt: string;
}

/** The words of the files of a plan. */
export const PLAN_FILE_WORDS: Readonly<Record<Locale, PlanFileWords>> = {
  fr: {
    fileStem: 'plan-de-formation',
    sheet: 'Plan',
    title: 'Plan de formation',
    columns: {
      person: 'Personne',
      email: 'E-mail professionnel',
      skill: 'Intitulé de la qualification',
      code: 'ID de la qualification',
      renewal: 'Renouvellement',
      cost: 'Coût',
      hours: 'Heures',
      due: 'Échéance',
      state: 'État',
      done: 'Obtenue le',
    },
    by: 'À la date du',
    survive: 'Départs supportés',
    targets: 'Objectifs',
    status: 'Résultat',
    statuses: {
      optimal: 'Le moins cher, prouvé',
      feasible: 'Le meilleur trouvé',
      infeasible: 'Aucun plan',
    },
    cost: 'Coût total',
    hours: 'Heures au total',
    people: 'Personnes à former',
    notAdopted: 'Proposé',
    adopted: 'Adopté',
    states: { open: 'À faire', late: 'En retard', done: 'Fait', dropped: 'Abandonné' },
    doneLate: 'Fait, en retard',
    note: 'Ce plan vaut pour les données et les règles du jour où il a été établi.',
    madeAt: 'Document établi le',
  },
  en: {
    fileStem: 'training-plan',
    sheet: 'Plan',
    title: 'Training plan',
    columns: {
      person: 'Person',
      email: 'Work e-mail',
      skill: 'Skill title',
      code: 'Skill ID',
      renewal: 'Renewal',
      cost: 'Cost',
      hours: 'Hours',
      due: 'Due on',
      state: 'State',
      done: 'Achieved on',
    },
    by: 'By',
    survive: 'Departures survived',
    targets: 'Targets',
    status: 'Result',
    statuses: {
      optimal: 'The cheapest, proved',
      feasible: 'The best that was found',
      infeasible: 'No plan',
    },
    cost: 'Total cost',
    hours: 'Total hours',
    people: 'People to be trained',
    notAdopted: 'Proposed',
    adopted: 'Adopted',
    states: { open: 'To do', late: 'Late', done: 'Done', dropped: 'Dropped' },
    doneLate: 'Done late',
    note: 'The plan holds for the facts and rules of the day on which it was made.',
    madeAt: 'Document made on',
  },
};
