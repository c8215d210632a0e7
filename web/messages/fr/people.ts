/** Ajouter, modifier, faire partir ; première connexion, mot de passe. */
export const people = {
  'people.add': 'Ajouter un utilisateur',
  'people.add.lead':
    'La personne reçoit par e-mail, dans sa langue, un lien pour choisir son mot de passe. Vous recevez aussi un mot de passe temporaire, montré une seule fois.',
  'people.add.submit': 'Ajouter',
  'people.add.another': 'Ajouter une autre personne',
  'people.add.done': 'Utilisateur ajouté : {name}',
  'people.add.back': 'Revenir aux utilisateurs',
  'people.file.lead':
    'Le fichier est d’abord vérifié, ligne par ligne ; rien n’est écrit avant que vous l’appliquiez. Son journal dit ensuite ce qui a été fait de chaque ligne et donne, une seule fois, les mots de passe temporaires.',
  'people.file.columns': 'Ce que contient le fichier',
  'people.file.required': 'obligatoire',
  'people.file.workEmail': 'obligatoire ; c’est aussi le nom d’utilisateur',
  'people.file.roles': 'facultatif, séparés par des virgules : {roles}',
  'people.file.locale': 'facultatif : français ou anglais',
  'people.file.team': 'facultatif : le service',
  'people.file.technical': 'facultatif : oui ou non',
  'people.file.empty': 'Télécharger un fichier vide',
  'people.file.emptyName': 'utilisateurs.csv',
  'people.field.firstName': 'Prénom',
  'people.field.lastName': 'Nom',
  'people.field.workEmail': 'E-mail professionnel',
  'people.field.workEmail.hint': 'C’est aussi le nom d’utilisateur.',
  'people.field.locale': 'Langue',
  'people.field.location': 'Site',
  'people.field.location.none': 'Aucun',
  'people.field.team': 'Équipe',
  'people.field.team.hint':
    'Le service, par exemple ; les personnes qui ont le même nom ici forment une équipe.',
  'people.field.technical': 'Utilisateur technique',
  'people.field.employedFrom': 'Premier jour dans l’entreprise',
  'people.field.employedFrom.hint': 'Ses qualifications comptent à partir de ce jour.',
  'people.roles': 'Rôles',
  'people.roles.hint':
    'Sans rôle, la personne voit son profil et les compétences requises. Vous ne pouvez donner que les rôles que vous détenez ; un administrateur général peut les donner tous.',
  'people.roles.everywhere': 'Toute l’entreprise',
  'people.roles.scope': 'Portée du rôle {role}',
  'people.missing': 'Indiquez une valeur.',
  'people.badEmail': 'Donnez une adresse complète, comme nom@entreprise.example.',
  'people.problem.emailTaken': 'Cette adresse est déjà celle d’un utilisateur.',
  'people.problem.emailOwn':
    'Cette adresse est déjà celle d’un utilisateur de votre entreprise, peut-être parti : cherchez-le dans la liste et réactivez son compte, ou donnez une autre adresse.',
  'people.problem.roleNotAllowed':
    'Cette personne détient un rôle que vous n’avez pas, ou le recevrait. Demandez à un administrateur général.',
  'people.problem.outsideLocation': 'Votre rôle ne couvre que les personnes d’un autre site.',
  'people.problem.roleWithoutLocation': 'Ce rôle vaut pour toute l’entreprise et ne se limite pas à un site.',
  'people.problem.lastAdmin':
    'C’est le dernier administrateur général actif : nommez-en un autre d’abord, sinon plus personne ne pourrait gérer les utilisateurs.',
  'people.problem.leavesBeforeStart': 'Ce jour est avant le premier jour dans l’entreprise.',
  'people.problem.userNotActive': 'Le compte est désactivé ou la personne est partie : réactivez-le d’abord.',
  'people.problem.passwordChosen': 'La personne a déjà choisi un mot de passe : réinitialisez-le plutôt.',
  'people.problem.changedMeanwhile':
    'Quelqu’un a modifié cette personne entre-temps. Ce que vous voyez est maintenant à jour ; refaites votre modification.',
  'people.problem.other': 'L’action n’a pas abouti ({code}). Rien n’a été modifié. Réessayez.',
  'people.edit': 'Modifier',
  'people.edit.save': 'Enregistrer',
  'people.edit.renames':
    'Le nom d’utilisateur change ; l’historique et les associations restent. Les liens déjà envoyés ne valent plus.',
  'people.own.disable':
    'C’est votre propre compte : votre session prend fin tout de suite, et seul un autre administrateur peut vous laisser revenir.',
  'people.own.leave':
    'C’est votre propre compte : à partir de ce jour vous ne pouvez plus vous connecter, et seul un autre administrateur peut vous faire revenir.',
  'people.own.delete':
    'C’est votre propre compte : votre session prend fin tout de suite, et personne ne peut vous le rendre.',
  'people.own.demote':
    'Vous vous retirez un rôle à vous-même : seule une personne qui le détient, ou un administrateur général, peut vous le rendre.',
  'people.own.saveAnyway': 'Enregistrer quand même',
  'people.cancel': 'Annuler',
  'people.actions': 'Compte',
  'people.disable': 'Désactiver',
  'people.disable.title': 'Désactiver le compte de {name} ?',
  'people.disable.text':
    'La connexion prend fin tout de suite, et ses qualifications ne comptent plus tant que le compte est désactivé.',
  'people.enable': 'Réactiver',
  'people.return': 'Faire revenir',
  'people.leave': 'Départ…',
  'people.leave.title': 'Départ de {name}',
  'people.leave.text':
    'À partir de ce jour, la personne ne peut plus se connecter et ses qualifications ne comptent plus. L’historique reste.',
  'people.leave.on': 'Premier jour sans la personne',
  'people.leave.submit': 'Enregistrer le départ',
  'people.leave.planned': 'Départ prévu le',
  'people.leave.cancel': 'Annuler le départ prévu',
  'people.delete': 'Supprimer…',
  'people.delete.title': 'Supprimer {name} ?',
  'people.delete.text':
    'Son nom et son adresse sont effacés pour toujours, ses associations prennent fin. Les faits restent, sous un pseudonyme. Pour une personne qui quitte l’entreprise, choisissez plutôt le départ.',
  'people.delete.submit': 'Supprimer pour toujours',
  'people.reset': 'Réinitialiser le mot de passe',
  'people.reset.title': 'Réinitialiser le mot de passe de {name} ?',
  'people.reset.text':
    'Le mot de passe actuel ne vaut plus et toutes les sessions prennent fin. Vous recevez un mot de passe temporaire, montré une seule fois.',
  'people.send': 'Renvoyer le lien de première connexion',
  'people.sent':
    '{mail, select, queued {Le lien part par e-mail. Le précédent ne vaut plus.} noAddress {Cette personne n’a pas d’adresse e-mail : réinitialisez son mot de passe et donnez-lui celui que vous recevez.} other {Aucun serveur d’e-mail n’est configuré : réinitialisez le mot de passe de la personne et donnez-lui celui que vous recevez.}}',
  'people.associations': 'Associations laissées ouvertes',
  'people.associations.text':
    'Cette personne est partie sans dissocier son compte. Elle ne compte plus ; mettre fin à l’association libère le compte.',
  'people.association.end': 'Mettre fin à l’association',
  'people.association.end.title': 'Mettre fin à l’association de {account} ?',
  'people.association.end.text':
    'Ce compte de {name} ne sera plus associé à votre entreprise. Cela ne se défait pas : seule la personne peut associer de nouveau.',
  'people.association.skills':
    '{count, plural, =0 {Rien ne cesse de compter aujourd’hui.} one {# qualification cesse de compter.} other {# qualifications cessent de compter.}}',
  'people.association.freeNow': 'Le compte peut être associé de nouveau dès aujourd’hui.',
  'people.association.freeOn': 'Le compte peut être associé de nouveau le {day}.',
  'people.association.history': 'L’historique reste, avec la date de fin.',
  'people.effect': 'Effet au {day}',
  'people.effect.loading': 'Calcul de l’effet…',
  'people.effect.skills':
    '{count, plural, =0 {Aucune qualification de cette personne ne compte ce jour-là.} one {# qualification cesse de compter.} other {# qualifications cessent de compter.}}',
  'people.effect.associationsEnd':
    '{count, plural, one {Son association de compte prend fin.} other {Ses # associations de compte prennent fin.}}',
  'people.effect.associationsStay':
    '{count, plural, one {Son association de compte reste, sans compter.} other {Ses # associations de compte restent, sans compter.}}',
  'people.effect.none': 'Aucun niveau n’est perdu.',
  'people.effect.lost': '{competency} : {before} est perdu.',
  'people.effect.lowered': '{competency} : {before} devient {after}.',
  'people.effect.failed': 'L’effet n’a pas pu être calculé.',
  'people.firstSignIn': 'Première connexion',
  'people.firstSignIn.once': 'Ce mot de passe n’est montré qu’ici, une seule fois.',
  'people.firstSignIn.userName': 'Nom d’utilisateur',
  'people.firstSignIn.password': 'Mot de passe temporaire',
  'people.firstSignIn.expires': 'Valable jusqu’au',
  'people.firstSignIn.mail': 'Lien par e-mail',
  'people.firstSignIn.mailState':
    '{mail, select, queued {Le lien est envoyé} noAddress {Non envoyé : cette personne n’a pas d’adresse e-mail} other {Non envoyé : aucun serveur d’e-mail n’est configuré}}',
  'people.firstSignIn.copy': 'Copier le mot de passe',
  'people.firstSignIn.copied': 'Copié',
  'people.firstSignIn.log': 'Télécharger le journal',
  'people.firstSignIn.logName': 'premiere-connexion.csv',
  'people.waiting': 'N’a pas encore choisi de mot de passe.',
  'people.disabledOn': 'Désactivé le',
  'signInSettings.title': 'Connexion',
  'signInSettings.lead': 'Ce que l’entreprise décide sur la connexion de ses utilisateurs.',
  'signInSettings.reset': 'Réinitialisation par la personne elle-même',
  'signInSettings.reset.hint':
    'Depuis la page de connexion, chacun peut demander par e-mail un lien pour choisir un nouveau mot de passe. Le lien vaut une heure et ne sert qu’une fois.',
  'signInSettings.noMail':
    'Aucun serveur d’e-mail n’est configuré : les liens ne partiront pas tant que SMTP_URL n’est pas défini.',
  'signInSettings.failed': 'La modification n’a pas été enregistrée. Réessayez.',
  'password.tooLong': 'Ce mot de passe est trop long.',
  'password.tooCommon': 'Ce mot de passe est trop courant. Une phrase de plusieurs mots convient très bien.',
  'password.tellsWho': 'Ce mot de passe contient votre nom ou votre adresse : ajoutez d’autres mots.',
  'password.sameAsBefore': 'C’est le mot de passe à remplacer : choisissez-en un autre.',
  'password.wrongCurrent': 'Le mot de passe actuel est incorrect.',
  'password.current': 'Mot de passe actuel',
  'password.change': 'Changer de mot de passe',
  'password.choose.title': 'Choisissez votre mot de passe',
  'password.choose.text': 'Votre mot de passe est temporaire. Choisissez le vôtre pour continuer.',
  'password.reset.title': 'Nouveau mot de passe',
  'password.forgotten': 'Mot de passe oublié ?',
  'password.forgotten.title': 'Mot de passe oublié',
  'password.forgotten.text':
    'Donnez votre e-mail professionnel. Si votre entreprise le permet, vous recevrez un lien pour choisir un nouveau mot de passe.',
  'password.forgotten.submit': 'Recevoir un lien',
  'password.forgotten.done':
    'Si cette adresse est connue et que votre entreprise le permet, un lien vient de partir. Il vaut une heure. S’il n’arrive pas, adressez-vous à votre administrateur.',
  'password.forgotten.back': 'Revenir à la connexion',
} as const;
