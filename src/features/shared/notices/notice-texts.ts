/**
 * What notices say: ICU messages by language and kind, the same in the application and in mails. `{list}` stands in a
 * paragraph of its own, one thing a line. Sources: the sentence of `at-risk` is the original system's own.
 */
import type { Locale } from '../../../contract/common.ts';
import type { NoticeKind } from '../../../domain/notices/notice-kinds.ts';

export interface NoticeText {
  readonly title: string;
  /** One that is empty when it is filled is left out. */
  readonly paragraphs: readonly string[];
  readonly action: string;
}

export const NOTICE_TEXTS: Readonly<Record<Locale, Readonly<Record<NoticeKind, NoticeText>>>> = {
  fr: {
    'at-risk': {
      title: '{count, plural, one {{first} est à risque} other {# niveaux sont à risque}}',
      paragraphs: [
        'Un changement récent dans la validation de vos compétences menace votre éligibilité au renouvellement de l’adhésion.',
        '{list}',
        'La cause la plus courante est le départ d’une personne qui portait des qualifications, ou un certificat qui expire.',
        '{through, select, none {} other {Votre statut reste affiché jusqu’au {through}. D’ici là, une autre personne peut obtenir les qualifications qui manquent.}}',
      ],
      action: 'Voir ce qui manque',
    },
    'risk-over': {
      title: '{count, plural, one {{first} n’est plus à risque} other {# niveaux ne sont plus à risque}}',
      paragraphs: [
        '{count, plural, one {} other {{list}}}',
        'D’après ce qui est connu aujourd’hui, les exigences restent remplies jusqu’à l’anniversaire : le renouvellement de l’adhésion n’est plus menacé par {count, plural, one {ce niveau} other {ces niveaux}}.',
      ],
      action: 'Voir les risques',
    },
    'level-lost': {
      title: '{count, plural, one {{first} n’est plus acquis} other {# niveaux ne sont plus acquis}}',
      paragraphs: [
        '{list}',
        '{lapsed, select, yes {Les avantages de l’adhésion ont pris fin avec elle, et le profil commercial ne montre plus ces niveaux. Une adhésion peut être achetée de nouveau dès que son niveau est acquis.} other {}}',
      ],
      action: '{lapsed, select, yes {Voir les adhésions} other {Voir ce qui manque}}',
    },
    'level-gained': {
      title: '{count, plural, one {{first} est acquis} other {# niveaux sont acquis}}',
      paragraphs: [
        '{list}',
        'Un niveau acquis dans une compétence suffit pour acheter l’adhésion correspondante. S’il est couvert par une adhésion, il apparaît sur votre profil commercial.',
      ],
      action: 'Voir les adhésions',
    },
    'renewal-reminder': {
      title:
        '{when, select, after {{days, plural, =0 {Dernier jour} one {Il reste # jour} other {Il reste # jours}} pour renouveler : {offer}} other {{offer} prend fin le {anniversary}}}',
      paragraphs: [
        '{when, select, after {L’anniversaire était le {anniversary}. Sans renouvellement au plus tard le {closes}, l’adhésion, ses avantages et les compétences affichées sont perdus.} open {L’anniversaire est dans {left, plural, one {# jour} other {# jours}}. L’adhésion peut être renouvelée dès maintenant, jusqu’au {closes}.} other {L’anniversaire est dans {left, plural, one {# jour} other {# jours}}. L’adhésion peut être renouvelée du {opens} au {closes}.}}',
        'Les exigences sont vérifiées de nouveau au renouvellement. Sous le niveau demandé, le plus haut niveau acquis est proposé.',
      ],
      action: 'Voir l’adhésion',
    },
    'report-check': {
      title: 'Vérifiez votre rapport de qualifications avant le {anniversary}',
      paragraphs: [
        '{count, plural, =0 {D’après ce qui est connu aujourd’hui, aucun niveau n’est menacé d’ici l’anniversaire.} one {D’ici l’anniversaire, un niveau est menacé :} other {D’ici l’anniversaire, # niveaux sont menacés :}}',
        '{list}',
        'Le rapport ouvert ci-dessous montre ce qui comptera le jour de l’anniversaire. Vérifiez que personne n’y manque, puis marquez cette tâche comme terminée.',
      ],
      action: 'Ouvrir le rapport à cette date',
    },
    'certificate-expiry': {
      title: '{count, plural, one {{first} expire le {expires}} other {# certificats expirent le {expires}}}',
      paragraphs: [
        '{count, plural, one {{renewal, select, none {} other {Le renouvellement est possible à partir du {renewal}.}}} other {{list}}}',
        'Après cette date, {count, plural, one {ce certificat ne compte plus} other {ces certificats ne comptent plus}} pour votre entreprise.',
      ],
      action: 'Voir mes qualifications',
    },
    'certificates-expiring': {
      title:
        '{count, plural, one {Un certificat expire au plus tard le {until}} other {# certificats expirent au plus tard le {until}}}',
      paragraphs: ['{list}', 'Chaque personne concernée en est informée elle aussi.'],
      action: 'Voir le rapport de qualifications',
    },
    'pmc-window-ending': {
      title: 'Les associations faites dans PMC ne compteront plus à partir du {ends}',
      paragraphs: [
        '{people, plural, one {Une personne n’est associée que dans PMC : ses qualifications cesseront de compter.} other {# personnes ne sont associées que dans PMC : leurs qualifications cesseront de compter.}} Chacune doit associer elle-même son compte dans l’Espace partenaires.',
      ],
      action: 'Ouvrir la liste de relance',
    },
    'override-ending': {
      title: 'La dérogation pour {name} prend fin le {until}',
      paragraphs: ['À partir de ce jour, le niveau ne tient que si ses exigences sont remplies.'],
      action: 'Voir la compétence',
    },
    'order-pending': {
      title: 'Votre commande attend son paiement : {offer}',
      paragraphs: [
        'Le virement doit porter la référence {reference} et arriver au plus tard le {on}. Ensuite, la commande expire.',
      ],
      action: 'Voir la commande',
    },
    'order-paid': {
      title: 'Paiement reçu : {offer}',
      paragraphs: [
        '{act, select, purchase {L’adhésion court du {on} au {through} inclus.} upgrade {L’adhésion est mise à niveau : elle court du {on} au {through} inclus.} renewal {L’adhésion est renouvelée : elle court du {on} au {through} inclus.} other {L’adhésion court à partir du {on}.}} La facture de la commande {reference} peut être téléchargée.',
      ],
      action: 'Voir l’adhésion',
    },
    'order-expired': {
      title: 'Commande expirée : {offer}',
      paragraphs: [
        'Le paiement de la commande {reference} n’est pas arrivé avant la fin du {on}. Rien n’est dû ; la commande peut être passée de nouveau.',
      ],
      action: 'Voir les adhésions',
    },
    'association-ended': {
      title: 'L’association de {person} a pris fin',
      paragraphs: [
        'Ce qui a été obtenu avec ce compte {provider} ne compte plus pour {company}. La personne peut associer un compte de nouveau, dans les limites du programme.',
      ],
      action: 'Voir les utilisateurs',
    },
    'company-merged': {
      title: '{company} fait maintenant partie de {into}',
      paragraphs: [
        'Depuis le {on}, les personnes de {company} travaillent dans {into} : leurs associations et ce qu’elles ont obtenu y comptent sans démarche de leur part, et elles se connectent comme avant.',
        'Les compétences gagnées par l’une ou l’autre entreprise sont conservées, avec la date anniversaire la plus tardive. L’historique de {company} reste conservé.',
      ],
      action: 'Voir l’entreprise',
    },
    'enquiry-received': {
      title: 'Un client vous a écrit',
      paragraphs: [
        'Une demande est arrivée par le profil commercial de {company}{about, select, none {} other {, à propos de la compétence {about}}}. Le message et les coordonnées se lisent dans les demandes de clients.',
      ],
      action: 'Lire la demande',
    },
    'training-late': {
      title:
        '{own, select, yes {Échéance dépassée : {skill}} other {Échéance dépassée par {person} : {skill}}}',
      paragraphs: [
        'L’échéance était le {on} et aucun résultat n’est enregistré. {own, select, yes {Si vous l’avez obtenu, vérifiez que votre compte d’apprentissage est associé.} other {Le plan indique ce qui reste à faire ; une autre échéance ou une autre personne peut être choisie.}}',
      ],
      action: '{own, select, yes {Voir mes formations} other {Ouvrir le plan}}',
    },
  },
  en: {
    'at-risk': {
      title: '{count, plural, one {{first} is at risk} other {# levels are at risk}}',
      paragraphs: [
        'A recent change in your competency achievements puts your membership renewal eligibility at risk.',
        '{list}',
        'The usual cause is that a person who held skills has left, or that a certificate expires.',
        '{through, select, none {} other {Your status stays shown until {through}. Until then somebody else can earn the skills that are missing.}}',
      ],
      action: 'See what is missing',
    },
    'risk-over': {
      title: '{count, plural, one {{first} is no longer at risk} other {# levels are no longer at risk}}',
      paragraphs: [
        '{count, plural, one {} other {{list}}}',
        'By what is known today the requirements stay met until the anniversary: {count, plural, one {this level no longer endangers} other {these levels no longer endanger}} the renewal of the membership.',
      ],
      action: 'See the risks',
    },
    'level-lost': {
      title: '{count, plural, one {{first} is no longer earned} other {# levels are no longer earned}}',
      paragraphs: [
        '{list}',
        '{lapsed, select, yes {The benefits of the membership ended with it, and the business profile no longer shows these levels. A membership can be bought again as soon as its level is earned.} other {}}',
      ],
      action: '{lapsed, select, yes {See the memberships} other {See what is missing}}',
    },
    'level-gained': {
      title: '{count, plural, one {{first} is earned} other {# levels are earned}}',
      paragraphs: [
        '{list}',
        'A level earned in one competency is enough to buy the membership of that level. A level that a membership covers appears on your business profile.',
      ],
      action: 'See the memberships',
    },
    'renewal-reminder': {
      title:
        '{when, select, after {{days, plural, =0 {Last day} one {# day left} other {# days left}} to renew: {offer}} other {{offer} ends on {anniversary}}}',
      paragraphs: [
        '{when, select, after {The anniversary was on {anniversary}. Without a renewal by {closes} the membership, its benefits and the competencies shown are lost.} open {The anniversary is in {left, plural, one {# day} other {# days}}. The membership can be renewed now, until {closes}.} other {The anniversary is in {left, plural, one {# day} other {# days}}. The membership can be renewed from {opens} to {closes}.}}',
        'The requirements are checked again at the renewal. Below the level, the highest level that is earned is offered.',
      ],
      action: 'See the membership',
    },
    'report-check': {
      title: 'Check your skills report before {anniversary}',
      paragraphs: [
        '{count, plural, =0 {By what is known today no level is threatened before the anniversary.} one {Before the anniversary one level is threatened:} other {Before the anniversary # levels are threatened:}}',
        '{list}',
        'The report below shows what will count on the anniversary. Check that nobody is missing from it, then mark this task as done.',
      ],
      action: 'Open the report on that date',
    },
    'certificate-expiry': {
      title: '{count, plural, one {{first} expires on {expires}} other {# certificates expire on {expires}}}',
      paragraphs: [
        '{count, plural, one {{renewal, select, none {} other {It can be renewed from {renewal}.}}} other {{list}}}',
        'After that day {count, plural, one {this certificate no longer counts} other {these certificates no longer count}} for your company.',
      ],
      action: 'See my skills',
    },
    'certificates-expiring': {
      title:
        '{count, plural, one {One certificate expires by {until}} other {# certificates expire by {until}}}',
      paragraphs: ['{list}', 'Each of these people is told as well.'],
      action: 'See the skills report',
    },
    'pmc-window-ending': {
      title: 'Associations made in PMC no longer count from {ends}',
      paragraphs: [
        '{people, plural, one {One person is associated in PMC alone, whose skills will no longer count.} other {# people are associated in PMC alone, whose skills will no longer count.}} Each must associate the account in Partner Center personally.',
      ],
      action: 'Open the chase list',
    },
    'override-ending': {
      title: 'The override for {name} ends on {until}',
      paragraphs: ['From that day the level holds only if its requirements are met.'],
      action: 'See the competency',
    },
    'order-pending': {
      title: 'Your order awaits its payment: {offer}',
      paragraphs: [
        'The transfer must carry the reference {reference} and arrive by {on}. After that day the order expires.',
      ],
      action: 'See the order',
    },
    'order-paid': {
      title: 'Payment received: {offer}',
      paragraphs: [
        '{act, select, purchase {The membership runs from {on} to {through}, both included.} upgrade {The membership is upgraded: it runs from {on} to {through}, both included.} renewal {The membership is renewed: it runs from {on} to {through}, both included.} other {The membership runs from {on}.}} The invoice of order {reference} can be downloaded.',
      ],
      action: 'See the membership',
    },
    'order-expired': {
      title: 'Order expired: {offer}',
      paragraphs: [
        'The payment of order {reference} did not arrive by {on}. Nothing is due; it can be ordered again.',
      ],
      action: 'See the memberships',
    },
    'association-ended': {
      title: 'The association of {person} has ended',
      paragraphs: [
        'What was achieved with this {provider} account no longer counts for {company}. The person can associate an account again, within the limits of the programme.',
      ],
      action: 'See the users',
    },
    'company-merged': {
      title: '{company} is now part of {into}',
      paragraphs: [
        'Since {on} the people of {company} work at {into}: their associations and what they have achieved count there without anything to do for them, and they sign in as before.',
        'The competencies that either company has earned are kept, with the later anniversary. The history of {company} is kept.',
      ],
      action: 'See the company',
    },
    'enquiry-received': {
      title: 'A customer has written to you',
      paragraphs: [
        'An enquiry has come through the business profile of {company}{about, select, none {} other {, about the competency {about}}}. Read the message and who wrote it in the enquiries of customers.',
      ],
      action: 'Read the enquiry',
    },
    'training-late': {
      title: '{own, select, yes {Overdue: {skill}} other {Overdue by {person}: {skill}}}',
      paragraphs: [
        'It was due on {on} and no result has arrived. {own, select, yes {If you have achieved it, check that your learning account is associated.} other {The plan says what is left to do; another due day or another person can be chosen.}}',
      ],
      action: '{own, select, yes {See my trainings} other {Open the plan}}',
    },
  },
};

/** One line of `{list}`, by what it is about. */
export const NOTICE_LINES: Readonly<
  Record<Locale, Readonly<Record<'level' | 'repair' | 'certificate' | 'further', string>>>
> = {
  fr: {
    level:
      '{when, select, ahead {{name} : exigences non remplies à partir du {on}{why, select, none {} other { ({why})}}} past {{name} : exigences non remplies depuis le {on}{why, select, none {} other { ({why})}}} unrenewed {{name} : adhésion non renouvelée} unmet {{name} : exigences non remplies au renouvellement} other {{name}}}',
    repair:
      '{act, select, renew {Le moins coûteux : {who, select, none {une personne} other {{who}}} renouvelle {what}} obtain {Le moins coûteux : {who, select, none {une personne} other {{who}}} obtient {what}{others, plural, =0 {} one { (ou une autre personne)} other { (ou l’une de # autres personnes)}}} again {Le moins coûteux : {people, plural, one {{who, select, none {une personne} other {{who}}} associe de nouveau ses comptes} other {# personnes associent de nouveau leurs comptes}} dans l’Espace partenaires} associate {Le moins coûteux : {who, select, none {une personne} other {{who}}} associe son compte d’apprentissage} metric {Le moins coûteux : {by} de plus ({what})} asset {Le moins coûteux : l’entreprise obtient {what}} people {Aucun geste isolé ne suffit : il manque {people, plural, one {une personne qualifiée} other {# personnes qualifiées}}} other {Aucun geste isolé ne suffit}}',
    certificate:
      '{who, select, none {} other {{who} : }}{title}, {expires}{renewal, select, none {} other { (renouvelable à partir du {renewal})}}',
    further: '{count, plural, one {et # autre} other {et # autres}}',
  },
  en: {
    level:
      '{when, select, ahead {{name}: requirements not met from {on}{why, select, none {} other { ({why})}}} past {{name}: requirements not met since {on}{why, select, none {} other { ({why})}}} unrenewed {{name}: membership not renewed} unmet {{name}: requirements not met at the renewal} other {{name}}}',
    repair:
      '{act, select, renew {Cheapest repair: {who, select, none {one person} other {{who}}} renews {what}} obtain {Cheapest repair: {who, select, none {one person} other {{who}}} obtains {what}{others, plural, =0 {} one { (or one other person)} other { (or one of # others)}}} again {Cheapest repair: {people, plural, one {{who, select, none {one person} other {{who}}} associates the accounts again} other {# people associate their accounts again}} in Partner Center} associate {Cheapest repair: {who, select, none {one person} other {{who}}} associates the learning account} metric {Cheapest repair: {by} more ({what})} asset {Cheapest repair: the company obtains {what}} people {No single step is enough: {people, plural, one {one qualified person is} other {# qualified people are}} missing} other {No single step is enough}}',
    certificate:
      '{who, select, none {} other {{who}: }}{title}, {expires}{renewal, select, none {} other { (can be renewed from {renewal})}}',
    further: '{count, plural, one {and # other} other {and # others}}',
  },
};
