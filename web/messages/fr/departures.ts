/** Départs à l’essai : ce qui serait perdu, quand, et ce qui le répare. */
export const departures = {
  'departures.title': 'Simuler des départs',
  'departures.lead':
    'Choisissez des personnes et une date : la page dit quels niveaux seraient perdus, quand, et ce qui les garderait. Rien n’est enregistré.',
  'departures.add': 'Ajouter une personne',
  'departures.on': 'Premier jour sans ces personnes',
  'departures.leaving': 'Personnes qui partent',
  'departures.remove': 'Ne plus compter le départ de {name}',
  'departures.empty': 'Aucune personne n’est choisie',
  'departures.emptyText': 'Cherchez une première personne par son nom ou son adresse.',
  'departures.effect': 'Si ces personnes partent le {day}',
  'departures.until':
    'D’après ce qui est connu, jusqu’au {day}. Les chiffres de performance sont supposés ne pas changer.',
  'departures.nothing': 'Aucun niveau ne serait perdu plus tôt qu’il ne le sera de toute façon.',
  'departures.lost': '{competency} : le niveau {level} est perdu le {day}',
  'departures.lowered': '{competency} : {level} devient {after} le {day}',
  'departures.otherwise': 'Sans ces départs, il serait perdu le {day}.',
  'departures.otherwiseKept': 'Sans ces départs, il serait tenu.',
  'departures.open': 'Ouvrir {competency}',
  'departures.try': 'Simuler avec d’autres départs et voir la réparation',
} as const;
