/** What the calendar says: ICU messages by language and kind, the same on the page and in what calendars read. */
import type { Locale } from '../../contract/common.ts';
import type { CalendarKind } from '../../domain/calendar/calendar-event.ts';

export interface CalendarText {
  readonly title: string;
  /** Left out when it is empty once it is filled. */
  readonly detail: string;
}

export const CALENDAR_TEXTS: Readonly<Record<Locale, Readonly<Record<CalendarKind, CalendarText>>>> = {
  fr: {
    anniversary: {
      title: 'Anniversaire : {what}',
      detail:
        'Le renouvellement est possible du {opens} au {closes}.{threatened, select, none {} other { À risque : {threatened}.}}',
    },
    'window-opens': {
      title: 'Début du renouvellement : {what}',
      detail: 'Il est possible jusqu’au {closes} inclus.',
    },
    'window-closes': {
      title: 'Dernier jour pour renouveler : {what}',
      detail: 'Anniversaire : {anniversary}.',
    },
    'report-check': {
      title: 'Vérifier le rapport de qualifications',
      detail: 'Une tâche s’ouvre pour l’anniversaire du {anniversary}.',
    },
    'order-to-pay': {
      title: 'Dernier jour pour payer : {what}',
      detail: 'Sans paiement, la commande expire le lendemain.',
    },
    'level-lost': {
      title: '{kept, select, none {{what} n’est plus acquis} other {Exigences non remplies : {what}}}',
      detail:
        '{why, select, none {} other {Pourquoi : {why}.}}{kept, select, none {} other { Le statut reste affiché jusqu’au {kept}.}}',
    },
    'exemption-ends': {
      title: 'Dernier jour de la dérogation : {what}',
      detail: '{reason, select, none {} other {Motif : {reason}}}',
    },
    'certificates-expire': {
      title: '{count, plural, one {Un certificat expire} other {# certificats expirent}}',
      detail: '{list}',
    },
    'skill-retires': {
      title: 'Retrait : {what}',
      detail:
        '{people, plural, one {Une personne détient cette qualification} other {# personnes détiennent cette qualification}}. Elle compte encore jusqu’au {last} inclus.',
    },
    'retired-skill-ends': {
      title: 'Ne compte plus après ce jour : {what}',
      detail:
        '{people, plural, one {Une personne détient cette qualification retirée} other {# personnes détiennent cette qualification retirée}}.',
    },
    'pmc-window-ends': {
      title: 'Dernier jour des associations faites dans PMC',
      detail:
        '{people, plural, =0 {Tous les comptes sont associés dans l’Espace partenaires.} one {Une personne n’est associée que dans PMC.} other {# personnes ne sont associées que dans PMC.}}',
    },
    'training-due': {
      title:
        '{count, plural, one {Une formation du plan arrive à échéance} other {# formations du plan arrivent à échéance}}',
      detail: '{list}',
    },
  },
  en: {
    anniversary: {
      title: 'Anniversary: {what}',
      detail:
        'It can be renewed from {opens} to {closes}.{threatened, select, none {} other { At risk: {threatened}.}}',
    },
    'window-opens': {
      title: 'Renewal opens: {what}',
      detail: 'It is possible through {closes}.',
    },
    'window-closes': {
      title: 'Last day to renew: {what}',
      detail: 'Anniversary: {anniversary}.',
    },
    'report-check': {
      title: 'Check the skills report',
      detail: 'A task opens for the anniversary on {anniversary}.',
    },
    'order-to-pay': {
      title: 'Last day to pay: {what}',
      detail: 'Without a payment the order expires the day after.',
    },
    'level-lost': {
      title: '{kept, select, none {{what} is lost} other {Requirements not met: {what}}}',
      detail:
        '{why, select, none {} other {Why: {why}.}}{kept, select, none {} other { The status stays shown until {kept}.}}',
    },
    'exemption-ends': {
      title: 'Last day of the exemption: {what}',
      detail: '{reason, select, none {} other {Reason: {reason}}}',
    },
    'certificates-expire': {
      title: '{count, plural, one {A certificate expires} other {# certificates expire}}',
      detail: '{list}',
    },
    'skill-retires': {
      title: 'Retires: {what}',
      detail:
        '{people, plural, one {One person holds it} other {# people hold it}}. It still counts through {last}.',
    },
    'retired-skill-ends': {
      title: 'Counts for the last day: {what}',
      detail:
        '{people, plural, one {One person holds this retired skill} other {# people hold this retired skill}}.',
    },
    'pmc-window-ends': {
      title: 'Last day of associations made in PMC',
      detail:
        '{people, plural, =0 {Every account is associated in Partner Center.} one {One person is associated in PMC alone.} other {# people are associated in PMC alone.}}',
    },
    'training-due': {
      title: '{count, plural, one {A training of a plan is due} other {# trainings of plans are due}}',
      detail: '{list}',
    },
  },
};

/** One certificate of a list, and what the list leaves out. */
export const CALENDAR_LINES: Readonly<
  Record<Locale, Readonly<Record<'certificate' | 'further' | 'furtherLevels', string>>>
> = {
  fr: {
    certificate: '{who} : {title}',
    further: '{count, plural, one {et un autre} other {et # autres}}',
    furtherLevels: '{count, plural, one {# autre} other {# autres}}',
  },
  en: {
    certificate: '{who}: {title}',
    further: '{count, plural, one {and one other} other {and # others}}',
    furtherLevels: '{count, plural, one {# other} other {# others}}',
  },
};

/** In a calendar beside others: whose days these are, and what each is about. */
export const CALENDAR_FILE_TEXTS: Readonly<
  Record<Locale, { readonly name: string; readonly categories: Readonly<Record<CalendarKind, string>> }>
> = {
  fr: {
    name: 'Jalon –',
    categories: {
      anniversary: 'Adhésion',
      'window-opens': 'Adhésion',
      'window-closes': 'Adhésion',
      'report-check': 'Adhésion',
      'order-to-pay': 'Adhésion',
      'level-lost': 'Niveaux',
      'exemption-ends': 'Niveaux',
      'certificates-expire': 'Qualifications',
      'skill-retires': 'Qualifications',
      'retired-skill-ends': 'Qualifications',
      'pmc-window-ends': 'Qualifications',
      'training-due': 'Formation',
    },
  },
  en: {
    name: 'Jalon –',
    categories: {
      anniversary: 'Membership',
      'window-opens': 'Membership',
      'window-closes': 'Membership',
      'report-check': 'Membership',
      'order-to-pay': 'Membership',
      'level-lost': 'Levels',
      'exemption-ends': 'Levels',
      'certificates-expire': 'Skills',
      'skill-retires': 'Skills',
      'retired-skill-ends': 'Skills',
      'pmc-window-ends': 'Skills',
      'training-due': 'Training',
    },
  },
};
