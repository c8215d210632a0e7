/** Associations restées dans PMC : liste de relance, bannière, demandes d’associer. */
export const chaseList = {
  'nav.chaseList': 'Liste de relance',
  'chase.title': 'Liste de relance',
  'chase.lead':
    'Les personnes associées dans PMC et pas encore dans l’Espace partenaires, celles qui comptent le plus d’abord.',
  'chase.download': 'Télécharger la liste',
  'chase.contents': '{count, plural, =0 {Personne} one {# personne} other {# personnes}}, au {day}',
  'chase.group.relevant': 'Qualification valide ({count})',
  'chase.group.others': 'Autres ({count})',
  'chase.native': 'Votre entreprise n’a jamais été dans PMC : il n’y a personne à relancer.',
  'chase.nobody': 'Tout le monde s’est associé dans l’Espace partenaires : il n’y a personne à relancer.',
  'chase.nobodyElse':
    'Toutes les personnes restées dans PMC détiennent une qualification valide : elles sont dans l’autre groupe.',
  'chase.nobodyRelevant':
    'Aucune des personnes restées dans PMC ne détient de qualification valide : rien n’est perdu aujourd’hui.',
  'chase.nobodyHere': 'Personne dans ce groupe ne correspond à cette recherche.',
  'chase.skillsLost': '{count, plural, =0 {aucune} one {# qualification} other {# qualifications}}',
  'chase.card':
    '{levels, plural, =0 {Aucun niveau perdu} one {# niveau perdu} other {# niveaux perdus}}, {skills, plural, =0 {aucune qualification} one {# qualification} other {# qualifications}} en moins',
  'chase.accounts': 'Comptes associés dans PMC seulement',
  'chase.account': '{provider} {account}, depuis le {day}',
  'chase.lost': 'Perdu à partir du {day} si la personne ne s’associe pas',
  'chase.lost.later': 'Perdu après le passage à l’Espace partenaires si la personne ne s’associe pas',
  'chase.nothingLost': 'Aucune qualification de cette personne ne cesse de compter.',
  'chase.reminder': 'Demande d’associer',
  'chase.reminder.never': 'Aucune demande n’a encore été envoyée.',
  'chase.reminder.last': 'Dernière demande : {instant}.',
  'chase.skills': 'Voir les qualifications de la personne',
  'pmc.people':
    '{count, plural, one {# personne n’est associée que dans PMC.} other {# personnes ne sont associées que dans PMC.}}',
  'pmc.inPmc':
    'Ces associations comptent tant que votre entreprise est dans PMC, puis six mois après son passage.',
  'pmc.ends':
    'À partir du {day}, {people, plural, one {ses} other {leurs}} qualifications ne compteront plus. {count, plural, =0 {Aucun niveau n’est perdu.} one {Sans nouvelle association, ce niveau est perdu : {levels}.} other {Sans nouvelle association, ces niveaux sont perdus : {levels}.}}',
  'pmc.over':
    'Depuis le {day}, {people, plural, one {ses} other {leurs}} qualifications ne comptent plus. {count, plural, =0 {Aucun niveau n’en dépend.} one {Ce niveau en dépend : {levels}.} other {Ces niveaux en dépendent : {levels}.}}',
  'pmc.toChaseList': 'Voir la liste de relance',
  'remind.ask': 'Demander d’associer',
  'remind.askMany': '{count, plural, one {Demander d’associer} other {Demander d’associer (#)}}',
  'remind.title': 'Demander d’associer un compte d’apprentissage',
  'remind.effect':
    '{count, plural, one {Cette personne reçoit} other {Ces # personnes reçoivent chacune}} un e-mail dans sa langue, avec un lien pour associer son compte. Personne n’en reçoit plus d’un par mois.',
  'remind.cancel': 'Annuler',
  'remind.send': '{count, plural, one {Envoyer la demande} other {Envoyer # demandes}}',
  'remind.failed': 'Les demandes n’ont pas pu être envoyées. Réessayez : personne ne recevra deux e-mails.',
  'remind.next': 'Prochaine demande possible le {day}.',
  'remind.result.queued': '{count, plural, one {# demande part.} other {# demandes partent.}}',
  'remind.result.sentBefore':
    '{count, plural, one {# personne a déjà reçu une demande ce mois-ci.} other {# personnes ont déjà reçu une demande ce mois-ci.}}',
  'remind.result.associated':
    '{count, plural, one {# personne a déjà associé son compte.} other {# personnes ont déjà associé leur compte.}}',
  'remind.result.notActive':
    '{count, plural, one {# personne est partie ou désactivée.} other {# personnes sont parties ou désactivées.}}',
  'remind.result.unknownUser':
    '{count, plural, one {# personne n’est plus dans l’entreprise.} other {# personnes ne sont plus dans l’entreprise.}}',
  'remind.result.noMailServer':
    '{count, plural, one {# demande n’est pas partie} other {# demandes ne sont pas parties}} : cette installation n’envoie pas d’e-mails. Prévenez les personnes vous-même.',
  'remind.result.noAddress':
    '{count, plural, one {# personne n’a pas d’adresse e-mail : prévenez-la vous-même.} other {# personnes n’ont pas d’adresse e-mail : prévenez-les vous-même.}}',
} as const;
