/** Comment tout le réseau se présente d’après les règles en vigueur, pour l’opérateur du programme. */
export const networkRisk = {
  'networkRisk.title': 'Risque du réseau',
  'networkRisk.lead':
    'Les entreprises dont un niveau est menacé, et ce que le dernier changement des règles a changé pour elles. Quand les règles changent, toutes sont revues d’elles-mêmes.',
  'networkRisk.run.none': 'Aucune entreprise n’a encore été examinée. L’examen commence de lui-même.',
  'networkRisk.run.underWay': 'Examen en cours d’après les règles en vigueur',
  'networkRisk.run.over': 'Tout est à jour d’après les règles en vigueur',
  'networkRisk.run.progress': 'Entreprises examinées',
  'networkRisk.run.done': '{done, number} entreprises examinées sur {total, number}',
  'networkRisk.run.times':
    'Commencé le {started}. {end, select, none {La fin sera estimée dans un instant.} other {Fin estimée le {end}.}}',
  'networkRisk.run.leave':
    'Vous pouvez quitter cette page. Une entreprise dont on ouvre les pages est calculée aussitôt.',
  'networkRisk.run.finished':
    '{total, plural, one {Une entreprise examinée} other {# entreprises examinées}}, la dernière le {at}. Chacune est revue quand ses faits changent, ou le jour où quelque chose peut changer.',
  'networkRisk.run.versions': 'Versions des règles',
  'networkRisk.run.version': '{name} : version {version}',
  'networkRisk.show': 'Quelles entreprises',
  'networkRisk.show.atRisk': 'À risque ({count, number})',
  'networkRisk.show.lost': 'Perdus par les règles ({count, number})',
  'networkRisk.show.gained': 'Gagnés par les règles ({count, number})',
  'networkRisk.show.failed': 'En échec ({count, number})',
  'networkRisk.nothing.atRisk': 'Aucun niveau n’est à risque',
  'networkRisk.nothing.lost': 'Le dernier changement des règles n’a fait perdre aucun niveau',
  'networkRisk.nothing.gained': 'Le dernier changement des règles n’a fait gagner aucun niveau',
  'networkRisk.nothing.failed': 'Toutes les entreprises ont pu être examinées',
  'networkRisk.companies': 'Entreprises',
  'networkRisk.column.company': 'Entreprise',
  'networkRisk.column.levels': 'Niveaux',
  'networkRisk.column.seen': 'Examinée le',
  'networkRisk.column.change': 'Changement des règles',
  'networkRisk.column.reason': 'Pourquoi',
  'networkRisk.level.when':
    '{lost, select, none {exigences déjà plus remplies} other {exigences plus remplies le {lost}}}{anniversary, select, none {} other {, anniversaire le {anniversary}}}',
  'networkRisk.change':
    'Le {day}, après la version {from}. {alone, select, yes {Les règles seules en sont la cause.} other {Des faits ont changé aussi.}}',
  'networkRisk.waiting': 'D’après des règles antérieures : son tour viendra.',
  'networkRisk.again': 'Recalculer',
  'networkRisk.again.of': 'Recalculer {company}',
  'networkRisk.again.failed': 'Le calcul a échoué.',
  'networkRisk.more': 'Afficher la suite',
} as const;
