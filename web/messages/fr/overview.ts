/** Vue d’ensemble. */
export const overview = {
  'overview.first': 'Premiers pas',
  'overview.first.lead':
    'Cette page dira chaque semaine ce que l’entreprise détient, ce qui va prendre fin et ce qui est à portée. Il lui faut d’abord des personnes et leurs qualifications.',
  'overview.first.done': 'Fait',
  'overview.first.people': 'Ajoutez vos collègues',
  'overview.first.people.text':
    'Chaque personne reçoit un lien pour se connecter. Un fichier en ajoute beaucoup en une fois.',
  'overview.first.people.state':
    '{count, plural, =0 {Aucune personne pour l’instant} one {# personne pour l’instant} other {# personnes}}',
  'overview.first.associate': 'Faites associer les comptes d’apprentissage',
  'overview.first.associate.text':
    'Une qualification ne compte que si la personne a associé son compte Microsoft Learning ou Université partenaire. Elle seule peut le faire ; vous pouvez le lui demander.',
  'overview.first.associate.state': '{associated} sur {total}',
  'overview.first.associate.own': 'Associer mon propre compte',
  'overview.first.import': 'Importez ce qui est déjà connu',
  'overview.first.import.text':
    'Facultatif : qualifications, transcriptions et indicateurs de performance que vous avez en fichiers.',
  'overview.first.import.go': 'Importer un fichier',
  'overview.first.aim': 'Choisissez ce que vous visez',
  'overview.first.aim.text': 'Ce que demande chaque compétence, option par option et niveau par niveau.',
  'overview.first.sample': 'Exemple : ce que cette page montrera',
  'overview.hold': 'Vous détenez',
  'overview.hold.nothing': 'Aucun niveau pour le moment. Regardez ce qui est à portée.',
  'overview.end': 'Sur le point de prendre fin',
  'overview.end.nothing': 'Rien ne prend fin dans les 12 mois, d’après ce que l’on sait aujourd’hui.',
  'overview.reach': 'À portée',
  'overview.reach.nothing': 'Aucun niveau déjà commencé n’est à une ou deux personnes près.',
  'overview.reach.missing':
    '{count, plural, =0 {Il reste des objectifs de performance à atteindre ou à renseigner} one {Il manque # personne} other {Il manque # personnes}}',
  'overview.more': 'Voir {count, plural, one {le suivant} other {les # suivants}}',
  'overview.less': 'Réduire la liste',
  'overview.figure.people': 'personnes dans l’entreprise',
  'overview.figure.associated': 'ont associé un compte',
  'overview.figure.counting': 'comptent pour une compétence',
  'overview.figure.technical': 'utilisateurs techniques',
  'overview.figure.records': 'qualifications au rapport',
  'overview.figure.countingRecords': 'sont prises en compte',
  'overview.expiring': 'Ce qui cesse de compter dans les 12 mois',
  'overview.expiring.nothing': 'Aucune qualification prise en compte n’expire dans les 12 mois.',
  'overview.expiring.month':
    '{month} : {count, plural, =0 {aucune qualification} one {# qualification} other {# qualifications}}',
  'overview.expiring.others':
    '{count, plural, one {Et # autre : choisissez un mois pour la voir.} other {Et # autres : choisissez un mois pour les voir.}}',
  'overview.expiring.inReport':
    '{count, plural, one {Voir cette qualification au rapport} other {Voir ces # qualifications au rapport}}',
  'overview.expiring.more': '{count, plural, one {Et # autre ce mois-là.} other {Et # autres ce mois-là.}}',
  'overview.stop.expires': 'Expiration',
  'overview.stop.retired': 'Fin de prise en compte après retrait',
  'overview.stop.pmcWindow': 'Fin du délai PMC',
  'overview.stop.other': 'Fin de prise en compte',
  'overview.notAssociated': 'Personnes sans compte associé',
  'overview.notAssociated.nothing': 'Toutes les personnes ont associé un compte d’apprentissage.',
  'overview.notAssociated.more': '{count, plural, one {et # autre} other {et # autres}}',
  'overview.notAssociated.all': '{count, plural, one {Voir cette personne} other {Voir ces # personnes}}',
  'overview.changes': 'Derniers changements',
  'overview.changes.nothing': 'Aucun changement récent.',
  'overview.sources': 'Fraîcheur des sources',
  'overview.sources.nothing': 'Aucune source n’a encore envoyé de qualification.',
  'overview.sources.records': '{count, plural, one {# enregistrement} other {# enregistrements}}',
  'overview.sources.last': 'dernière réception le {at}',
} as const;
