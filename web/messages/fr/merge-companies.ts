export const mergeCompanies = {
  'mergeCompanies.title': 'Fusionner deux entreprises',
  'mergeCompanies.lead':
    'Une entreprise en reprend une autre : ses personnes, leurs associations et ce qu’elle a gagné continuent dans l’autre. L’effet est montré d’abord ; une fusion ne s’annule pas.',
  'mergeCompanies.from': 'Entreprise reprise',
  'mergeCompanies.into': 'Entreprise qui continue',
  'mergeCompanies.refused.same':
    'Une entreprise ne peut pas se reprendre elle-même. Choisissez-en une autre.',
  'mergeCompanies.refused.unknown': 'Une de ces entreprises n’existe pas. Choisissez-la dans la liste.',
  'mergeCompanies.refused.from': 'Cette entreprise a déjà été reprise par une autre. Rien n’est à faire.',
  'mergeCompanies.refused.into':
    'L’entreprise qui devrait continuer a elle-même été reprise. Choisissez celle qui continue.',
  'mergeCompanies.goes': 'Ce qui continue',
  'mergeCompanies.people':
    '{count, plural, =0 {Personne ne travaille chez {company}} one {# personne de {company} rejoint {into} avec son compte et sa façon de se connecter} other {# personnes de {company} rejoignent {into} avec leur compte et leur façon de se connecter}}',
  'mergeCompanies.associations':
    '{count, plural, =0 {Aucune association n’est en cours} one {# association continue sans nouvelle démarche et n’use aucune limite} other {# associations continuent sans nouvelle démarche et n’usent aucune limite}}',
  'mergeCompanies.pmc':
    '{count, plural, one {# association faite dans le PMC continue} other {# associations faites dans le PMC continuent}}{until, select, none {, selon la règle de l’entreprise qui continue} other { jusqu’au {until}}}',
  'mergeCompanies.pmcOver':
    '{count, plural, one {# association faite dans le PMC, qui ne compte plus, reste dans l’historique} other {# associations faites dans le PMC, qui ne comptent plus, restent dans l’historique}}',
  'mergeCompanies.figures':
    '{count, plural, one {# chiffre mensuel s’ajoute à ceux de {into}} other {# chiffres mensuels s’ajoutent à ceux de {into}}}',
  'mergeCompanies.locations': '{count, plural, one {# site} other {# sites}}',
  'mergeCompanies.cases':
    '{count, plural, one {# dossier ouvert auprès de l’assistance} other {# dossiers ouverts auprès de l’assistance}}',
  'mergeCompanies.enquiries': '{count, plural, one {# demande de client} other {# demandes de clients}}',
  'mergeCompanies.ends': 'Ce qui prend fin',
  'mergeCompanies.staying':
    '{count, plural, one {# personne déjà partie reste dans l’historique de {company}} other {# personnes déjà parties restent dans l’historique de {company}}}',
  'mergeCompanies.notAdded': 'Des taux ne s’ajoutent pas ; ceux de {into} restent : {names}',
  'mergeCompanies.ends.tokens':
    '{count, plural, one {# jeton d’API est révoqué} other {# jetons d’API sont révoqués}}',
  'mergeCompanies.ends.directory': 'L’annuaire de l’entreprise reprise n’envoie plus personne',
  'mergeCompanies.ends.schedules':
    '{count, plural, one {# rapport régulier s’arrête} other {# rapports réguliers s’arrêtent}}',
  'mergeCompanies.ends.orders':
    '{count, plural, one {# commande en attente de paiement est annulée} other {# commandes en attente de paiement sont annulées}}',
  'mergeCompanies.ends.closed':
    '{company} est fermée : son historique et son journal se lisent encore, rien ne s’y ajoute',
  'mergeCompanies.memberships': 'Adhésions',
  'mergeCompanies.noMembership': 'Aucune adhésion',
  'mergeCompanies.held': '{offer}, date anniversaire {anniversary}',
  'mergeCompanies.after': '{into} ensuite',
  'mergeCompanies.levels': 'Compétences',
  'mergeCompanies.noLevels': 'Aucune des deux entreprises n’a de niveau',
  'mergeCompanies.level': 'Niveau',
  'mergeCompanies.kept': 'Conservé jusqu’au {until}, quoi qu’il manque',
  'mergeCompanies.same': 'La même personne dans les deux entreprises',
  'mergeCompanies.same.lead':
    'Une adresse ne connecte qu’une personne, donc chacune a deux adresses. Cochez celles qui n’en font qu’une : le compte de {into} reste et reçoit les associations de celui de {company}.',
  'mergeCompanies.same.pair': '{name} ({email}) est {keepName} ({keepEmail})',
  'mergeCompanies.same.person': 'La même personne selon les deux entreprises',
  'mergeCompanies.same.account': 'Les deux ont associé le même compte d’apprentissage',
  'mergeCompanies.same.name': 'Le même nom : vérifiez',
  'mergeCompanies.act': 'Fusionner',
  'mergeCompanies.act.effect':
    '{company} devient une partie de {into}, tout de suite et en une fois. Les administrateurs des deux entreprises en sont avertis.',
  'mergeCompanies.roles': 'Les rôles suivent les personnes chez {into}',
  'mergeCompanies.reason': 'Motif',
  'mergeCompanies.reason.hint': 'Lu par les opérateurs, pas par les entreprises.',
  'mergeCompanies.reason.short': 'Écrivez au moins trois caractères.',
  'mergeCompanies.confirm': 'Pour confirmer, écrivez le nom « {company} »',
  'mergeCompanies.confirm.wrong': 'Ce n’est pas ce nom. Écrivez-le tel qu’il est.',
  'mergeCompanies.working': 'Fusion en cours…',
  'mergeCompanies.failed':
    'Rien n’a été fusionné ({code}). Regardez l’effet de nouveau et réessayez ; ce que vous avez écrit est encore là.',
  'mergeCompanies.done': '{company} a été reprise. Ses personnes se connectent comme avant.',
  'mergeCompanies.closed':
    '{company} fait partie de {into} depuis le {on}. Son historique se lit ; rien ne s’y ajoute.',
  'mergeCompanies.past': 'Fusions faites',
  'mergeCompanies.past.none': 'Aucune entreprise n’a été reprise.',
  'mergeCompanies.past.one':
    '{company} a été reprise par {into}, {at} ({people, plural, one {# personne} other {# personnes}})',
  'mergeCompanies.refused.underWay':
    'Une fusion de l’une de ces entreprises est en cours. Attendez qu’elle soit terminée : elle se suit ci-dessous.',
  'mergeCompanies.run.title': '{company} rejoint {into}',
  'mergeCompanies.run.progress': 'Avancement de la fusion',
  'mergeCompanies.run.share': '{share, number, percent}',
  'mergeCompanies.run.waiting': 'Attend la fin d’une autre fusion',
  'mergeCompanies.run.judging': 'Calcul de ce que l’entreprise unique aura',
  'mergeCompanies.run.people': 'Les personnes rejoignent {into}',
  'mergeCompanies.run.associations': 'Les associations continuent chez {into}',
  'mergeCompanies.run.reports': 'Préparation des rapports',
  'mergeCompanies.run.leave':
    'Vous pouvez quitter cette page : la fusion continue, et chaque opérateur la retrouve ici. Jusqu’à la fin, rien ne se modifie dans les deux entreprises ; tout s’y lit.',
  'mergeCompanies.run.moved':
    '{people, plural, =0 {Personne n’est passé} one {# personne est passée} other {# personnes sont passées}} chez {into}, avec {associations, plural, =0 {aucune association} one {# association} other {# associations}}.',
  'mergeCompanies.run.again': 'Revoir l’effet',
  'mergeCompanies.failure.changed':
    'Les données des deux entreprises ont changé sans cesse pendant la fusion. Rien n’a été fusionné : les deux entreprises sont comme avant. Revoyez l’effet et recommencez dans un moment calme.',
  'mergeCompanies.failure.person':
    'Une personne indiquée comme la même dans les deux entreprises n’y travaille plus. Rien n’a été fusionné : les deux entreprises sont comme avant. Revoyez l’effet et indiquez de nouveau qui est la même personne.',
  'mergeCompanies.failure.from':
    '{company} a été reprise par une autre fusion entre-temps. Celle-ci n’a rien changé, et il n’y a rien à faire.',
  'mergeCompanies.failure.into':
    '{into} a été reprise elle-même entre-temps. Rien n’a été fusionné : choisissez l’entreprise qui continue.',
  'mergeCompanies.failure.interrupted':
    'Le serveur s’est arrêté plusieurs fois pendant la fusion. Rien n’a été fusionné : les deux entreprises sont comme avant. Demandez à l’administrateur de l’installation pourquoi il s’arrête, puis recommencez.',
  'mergeCompanies.failure.error':
    'La fusion a échoué plusieurs fois de notre côté. Rien n’a été fusionné : les deux entreprises sont comme avant. Le journal du serveur dit pourquoi ; recommencez une fois la cause levée.',
  'mergeCompanies.open': 'Fusions en cours ou échouées',
  'mergeCompanies.open.underWay': 'En cours, demandée le {at}',
  'mergeCompanies.open.failed': 'Échouée, demandée le {at} ; rien n’a été fusionné',
} as const;
