/** Règles par points, et où en est une entreprise. */
export const scores = {
  'score.basis': 'Basé sur un score',
  'score.atLeast': 'Au moins {threshold} points sur {max}',
  'score.band': 'De {threshold} à moins de {below} points sur {max}',
  'score.everyMetric': 'Chaque indicateur doit rapporter des points.',
  'score.metric': '{metric} : jusqu’à {max} points',
  'score.units.all':
    'Tous les points avec {units} {unit} au dernier mois complet ; en proportion en dessous.',
  'score.units.market': '{developed} (marchés développés) ou {developing} (marchés en développement)',
  'score.units.sum': 'Les points de ces chiffres s’additionnent :',
  'score.units.best': 'Seule compte l’association qui rapporte le plus :',
  'score.units.input': '{name} : tous les points avec {units} {unit}',
  'score.units.base': 'Aucun point sans au moins {min} {unit} ({metric}).',
  'score.people.need': '{count, plural, one {# personne} other {# personnes}} au moins avec :',
  'score.people.every': 'Compte chaque personne avec :',
  'score.people.gate': 'Nécessaire avant que les étapes suivantes rapportent des points.',
  'score.people.none': 'Cette étape ne rapporte pas de points elle-même.',
  'score.people.each': '{points, plural, one {# point} other {# points}} par personne.',
  'score.people.cap': '{points, plural, one {# point} other {# points}} par personne, {cap} au plus.',
  'score.people.share': 'Tous les points avec {people} personnes, la même part pour chacune.',
  'score.people.once': 'Une personne compte une fois par étape et peut compter dans plusieurs.',
  'score.growth.all': 'Tous les points ou aucun, selon la croissance du nombre de personnes avec :',
  'score.growth.baseline':
    'La croissance se mesure depuis le {day}, ou depuis le dernier renouvellement de l’adhésion s’il est plus récent.',
  'score.growth.range': '{from} à {to}',
  'score.growth.band': '{range} personnes ce jour-là : {percent} % de plus sont nécessaires.',
  'score.growth.reached':
    'Ou {people} personnes à un moment : cela rapporte les points pendant {months, plural, one {# mois} other {# mois}}.',
  'score.have': '{points} points sur {max}',
  'score.short': '{points, plural, one {Il manque # point.} other {Il manque # points.}}',
  'score.tooHigh': 'Le score est au-dessus de cette fourchette.',
  'score.points': '{points} sur {max}',
  'score.unknown':
    'Aucune valeur connue pour : {metrics}. Importez les métriques du dernier mois complet pour obtenir une réponse.',
  'score.node.units': '{units} {unit} sur {needed}',
  'score.node.noValue': 'aucune valeur connue',
  'score.node.base': 'Base : {have} sur {need} {unit} nécessaires.',
  'score.node.baseAssumed': 'La base de {need} {unit} n’est pas déclarée ; elle est supposée atteinte.',
  'score.node.step':
    'Étape {step} : {people, plural, one {# personne} other {# personnes}} sur {need} nécessaires',
  'score.node.closed': 'Fermée tant que les étapes précédentes n’ont pas les personnes nécessaires.',
  'score.node.growth':
    '{people, plural, one {# personne} other {# personnes}} aujourd’hui, {baseline} le {day}.',
  'requirements.prerequisites': 'Il faut d’abord l’une de celles-ci : {names}.',
  'requirements.validation': 'Contrôle du reste : {how}.',
  'requirements.tracks.assigned': 'Une entreprise est jugée selon le parcours où elle est inscrite.',
  'requirements.tracks.both': 'Une entreprise est jugée selon les deux parcours ; un seul suffit.',
  'competency.catalogue.rulesNotPublic':
    'Les règles avant le {day} ne sont pas publiques : il n’y a pas de réponse pour elles.',
  'competency.catalogue.base': 'La base d’une croissance n’est pas déclarée ; elle est supposée atteinte.',
  'level.designation': 'Désignation',
} as const;
