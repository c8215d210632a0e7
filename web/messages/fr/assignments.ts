/** Ce que des personnes ont à obtenir depuis qu’un plan est adopté. */
export const assignments = {
  'assignment.person': 'Personne',
  'assignment.manager': 'suivi par {name}',
  'assignment.due': 'Échéance',
  'assignment.dueOf': 'Échéance de {skill} pour {name}',
  'assignment.drop': 'Ne plus attendre',
  'assignment.dropOf': 'Ne plus attendre {skill} de {name}',
  'assignment.doneLate': 'après l’échéance',
  'assignment.state.open': 'À faire',
  'assignment.state.late': 'En retard',
  'assignment.state.done': 'Fait',
  'assignment.state.dropped': 'Plus attendu',
  'assignment.told.sent': 'E-mail envoyé',
  'assignment.told.waiting': 'E-mail en attente',
  'assignment.told.failed': 'E-mail non remis',
  'assignment.told.noAddress': 'Sans adresse e-mail',
  'assignment.change.failed': 'Le changement n’a pas été fait ({code}). Rien n’a changé ; réessayez.',
} as const;
