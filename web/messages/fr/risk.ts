/** Ce qui peut faire perdre un niveau ; la page qui le classe, et l’avis d’un renouvellement à risque. */
export const risk = {
  'nav.risk': 'Risques',
  'risk.page.lead':
    'Chaque niveau atteint ou détenu, ce qui est menacé d’abord, puis selon ce qui en dépend : l’adhésion qu’il garde, son rang, les niveaux qui l’exigent.',
  'risk.page.all': 'Voir tous les risques, par valeur, avec leur réparation',
  'risk.page.levels': 'Niveaux par valeur',
  'risk.print': 'Imprimer',
  'risk.exempt':
    '{level} : les exigences ne sont pas remplies, une dérogation tient le niveau. {day, select, none {Elle n’a pas de fin.} other {Il est perdu le {day} si rien ne change.}}',
  'risk.notice':
    'Un changement récent dans la validation de vos compétences menace votre éligibilité au renouvellement de l’adhésion.',
  'risk.notice.levels': 'Ce qui est à risque',
  'risk.notice.line':
    '{when, select, ahead {{name} : exigences non remplies à partir du {day}} past {{name} : exigences non remplies depuis le {day}} other {{name} : exigences non remplies}}',
  'risk.notice.certificates':
    '{count, plural, one {Un certificat expire avant le {day}.} other {# certificats expirent avant le {day}.}}',
  'risk.notice.usual':
    'La cause la plus courante est le départ d’une personne qui portait des qualifications, ou un certificat qui expire.',
  'risk.notice.shown':
    'Votre statut reste affiché jusqu’au {day}. D’ici là, les exigences peuvent être remplies de nouveau.',
  'risk.notice.help': 'Ce que veut dire « à risque » et que faire',
  'risk.safe':
    '{kind, select, anniversary {Rien à risque jusqu’à votre anniversaire, le {day}} other {Rien à risque jusqu’au {day}}}',
  'risk.safe.text': 'D’après ce qui est déjà connu. Ce dont chaque niveau dépend figure ci-dessous.',
  'risk.empty': 'Aucun niveau n’est encore atteint',
  'risk.empty.text':
    'Dès que votre entreprise atteindra un niveau, cette page dira quand il pourrait être perdu, qui ne doit pas partir et comment le garder.',
  'risk.empty.act': 'Voir où en sont les compétences',
  'risk.lost.since': 'Exigences non remplies depuis le',
  'risk.lost.now': 'Exigences non remplies',
  'risk.lost.renewBy': 'Perdu sans renouvellement le {day} au plus tard',
  'risk.lost.shown': 'Affiché jusqu’au {day}',
  'risk.lost.after': 'Après l’anniversaire du {day}',
  'risk.value': 'Ce qui en dépend',
  'risk.value.offer':
    '{offer}{price, select, none {} other { ({price} par an)}} : {alone, select, yes {aucune autre compétence n’en garde le droit} other {une autre compétence en garde le droit}}',
  'risk.value.neededBy': 'Exigé par {levels}',
  'risk.value.nothing': 'Rien d’autre que le niveau lui-même',
  'risk.departures.notMet': 'Les exigences ne sont pas remplies',
  'risk.changes': 'Ce qui a été enregistré',
  'risk.changes.line': '{action} : {person}',
  'risk.repair': 'Réparation, avant le {day}',
  'risk.repair.now': 'Réparation',
  'risk.repair.chase': 'Demander à ces personnes d’associer de nouveau leurs comptes',
  'risk.certificates': 'Certificats qui expirent avant le {day}',
  'risk.certificates.none': 'Aucun certificat qui compte aujourd’hui n’expire avant cette date.',
  'risk.certificates.more': 'Le rapport des qualifications les contient tous ({count}).',
  'risk.certificates.person': 'Personne',
  'risk.certificates.certificate': 'Certificat',
  'risk.certificates.expires': 'Expire le',
  'risk.certificates.opens': 'Renouvelable à partir du',
  'risk.certificates.open': 'Renouvelable dès maintenant',
  'risk.certificates.noRenewal': 'Aucun renouvellement connu',
  'risk.certificates.for': 'Compte pour',
  'risk.title': 'Ce qui peut être perdu',
  'risk.lead':
    'D’après ce qui est déjà connu, jusqu’au {day}. Les chiffres de performance sont supposés ne pas changer.',
  'risk.nothing': 'Aucun niveau n’est atteint par une option : il n’y a rien à perdre.',
  'risk.column.level': 'Niveau',
  'risk.column.loss': 'Premier jour sans le niveau',
  'risk.column.departures': 'Départs supportés',
  'risk.column.critical': 'Personnes indispensables',
  'risk.loss.none': 'Tenu au moins jusqu’au',
  'risk.departures':
    '{count, plural, =0 {Aucun} one {# départ, quel qu’il soit} other {# départs, quels qu’ils soient}}',
  'risk.departures.atLeast':
    '{count, plural, =0 {Au moins 0, le nombre exact n’est pas établi} one {Au moins # départ, quel qu’il soit} other {Au moins # départs, quels qu’ils soient}}',
  'risk.departures.any': 'Aucun départ ne le fait perdre',
  'risk.critical.nobody': 'Personne en particulier',
  'risk.critical.undecided': 'Non établi',
  'risk.critical.more': '{count, plural, one {et # autre} other {et # autres}}',
} as const;
