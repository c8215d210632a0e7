export const networkAudit = {
  'networkAudit.title': 'Journal d’audit du réseau',
  'networkAudit.lead':
    'Ce qui a été fait dans toutes les entreprises, par qui et quand, du plus récent au plus ancien. Chaque recherche laisse elle-même une trace dans le journal du réseau.',
  'networkAudit.company': 'Entreprise',
  'networkAudit.action': 'Événement',
  'networkAudit.action.all': 'Tous les événements',
  'networkAudit.actor': 'Auteur (e-mail ou identifiant)',
  'networkAudit.subject': 'Objet (e-mail ou identifiant)',
  'networkAudit.from': 'Du',
  'networkAudit.until': 'Au',
  'networkAudit.span': 'Le dernier jour vient avant le premier.',
  'networkAudit.ask': 'Rechercher',
  'networkAudit.download': 'Télécharger (CSV)',
  'networkAudit.at': 'Quand',
  'networkAudit.by': 'Par',
  'networkAudit.about': 'Objet',
  'networkAudit.number': '{company}, n° {number}',
  'networkAudit.details': 'Précisions',
  'networkAudit.none': 'Aucun événement ne correspond',
  'networkAudit.none.text':
    'Élargissez la période ou retirez une condition. Une adresse e-mail doit être écrite en entier.',
  'networkAudit.more': 'Afficher la suite',
  'networkAudit.more.failed':
    'La suite n’a pas pu être lue. Ce qui est affiché reste là ; demandez la suite encore une fois.',
} as const;
