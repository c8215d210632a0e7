/** Connexion par compte professionnel, code ou clé d’accès ; sécurité du compte. */
export const security = {
  'signIn.or': 'ou',
  'signIn.passkey': 'Utiliser une clé d’accès',
  'signIn.passkey.refused': 'Cette clé d’accès n’ouvre aucun compte ici. Connectez-vous autrement.',
  'signIn.passkey.aborted': 'La clé d’accès n’a pas été utilisée. Réessayez, ou connectez-vous autrement.',
  'signIn.workAccount': 'Continuer avec {provider}',
  'signIn.workAccount.unreachable':
    'Le fournisseur d’identité ne répond pas. Réessayez dans un instant, ou connectez-vous avec votre mot de passe.',
  'signIn.code.title': 'Second facteur',
  'signIn.code.text':
    'Saisissez le code à six chiffres de votre application d’authentification, ou un code de secours.',
  'signIn.code': 'Code, ou code de secours',
  'signIn.code.submit': 'Continuer',
  'signIn.code.back': 'Recommencer avec un autre compte',
  'signIn.code.wrong': 'Ce code est faux, périmé ou déjà utilisé. Attendez le suivant, puis réessayez.',
  'signIn.code.over': 'Le délai est écoulé ou les essais sont épuisés. Recommencez avec votre mot de passe.',
  'workAccount.problem.unknown-round':
    'Cette réponse du fournisseur d’identité n’est pas attendue ici. Recommencez la connexion.',
  'workAccount.problem.other-browser':
    'La connexion a été commencée dans un autre navigateur. Recommencez dans celui-ci.',
  'workAccount.problem.other-session':
    'Une autre personne était connectée au début de l’opération. Recommencez.',
  'workAccount.problem.round-over':
    'Le délai de dix minutes est écoulé, ou la réponse a déjà servi. Recommencez.',
  'workAccount.problem.cancelled': 'Vous avez interrompu la connexion. Rien n’a été changé.',
  'workAccount.problem.provider-refused':
    'Le fournisseur d’identité a refusé la demande. Réessayez ; si cela se répète, prévenez votre administrateur.',
  'workAccount.problem.answer-not-valid':
    'La réponse du fournisseur d’identité n’a pas pu être vérifiée. Recommencez ; si cela se répète, prévenez votre administrateur.',
  'workAccount.problem.provider-unreachable':
    'Le fournisseur d’identité ne répond pas. Réessayez dans un instant.',
  'workAccount.problem.personal-account':
    'C’est un compte personnel. Jalon demande le compte professionnel de votre entreprise : recommencez et choisissez-le.',
  'workAccount.problem.other-directory':
    'Ce compte n’appartient pas à l’annuaire de votre entreprise. Recommencez avec votre compte professionnel.',
  'workAccount.problem.not-invited':
    'Ce compte professionnel n’est lié à aucun utilisateur. Suivez le lien de première connexion reçu par e-mail, ou connectez-vous avec votre mot de passe et liez le compte sous Mon profil. À défaut, adressez-vous à votre administrateur.',
  'workAccount.problem.email-taken':
    'L’adresse de ce compte est déjà celle d’un utilisateur, et une adresse seule n’ouvre pas de compte. Si c’est vous, connectez-vous avec votre mot de passe et liez le compte sous Mon profil ; sinon, adressez-vous à votre administrateur.',
  'workAccount.problem.email-not-verified':
    'Le fournisseur d’identité n’a pas vérifié l’adresse e-mail de ce compte. Vérifiez-la chez lui, puis recommencez.',
  'workAccount.problem.account-closed':
    'Votre compte dans Jalon est désactivé ou fermé. Adressez-vous à votre administrateur.',
  'workAccount.problem.account-taken':
    'Ce compte professionnel est déjà lié à un autre utilisateur. Recommencez et choisissez le vôtre.',
  'workAccount.problem.link-not-valid':
    'Ce lien n’est plus valable : il ne sert qu’une fois. Demandez un nouveau lien à votre administrateur.',
  'workAccount.problem.other-account':
    'Ce n’est pas un compte professionnel lié au vôtre. Recommencez et choisissez celui qui est lié.',
  'workAccount.problem.not-fresh':
    'Le fournisseur d’identité ne vous a pas demandé de vous identifier à nouveau. Confirmez d’une autre manière.',
  'welcome.workAccount': 'Sans nouveau mot de passe : utilisez le compte de votre entreprise.',
  'security.title': 'Sécurité',
  'security.lead': 'Comment vous vous connectez, et où votre compte est ouvert.',
  'security.open': 'Connexion et sécurité',
  'security.never': 'jamais utilisé',
  'security.lastUsed': 'utilisé pour la dernière fois le {at}',
  'security.added': 'Ajouté le {at}',
  'security.remove': 'Supprimer',
  'security.cancel': 'Annuler',
  'security.done': 'Terminé',
  'security.failed': 'Cela n’a pas abouti ; rien n’a été changé. Réessayez (code « {code} »).',
  'security.lastWayIn':
    'C’est votre seul moyen de vous connecter. Ajoutez d’abord une clé d’accès ou un compte professionnel.',
  'security.password': 'Mot de passe',
  'security.password.on': 'Un changement ferme toutes vos autres sessions.',
  'security.password.off':
    'Vous vous connectez sans mot de passe. Si vous en voulez un, votre administrateur peut vous envoyer un lien.',
  'security.password.keep': 'Ne rien changer',
  'security.app': 'Application d’authentification',
  'security.app.off': 'Ajoutez un code à six chiffres, valable une demi-minute, après votre mot de passe.',
  'security.app.on':
    'Active depuis le {since}. {left, plural, =0 {Il ne reste aucun code de secours.} one {Il reste un code de secours.} other {Il reste # codes de secours.}}',
  'security.app.add': 'Configurer',
  'security.app.remove': 'Désactiver',
  'security.app.remove.text':
    'Votre mot de passe suffira de nouveau pour vous connecter, et les codes de secours ne vaudront plus rien.',
  'security.app.scan': 'Lisez ce dessin avec votre application, puis saisissez le code qu’elle affiche.',
  'security.app.qr': 'Code QR de la clé de l’application',
  'security.app.key': 'Sans appareil photo, saisissez cette clé :',
  'security.app.openHere': 'Ouvrir dans l’application de cet appareil',
  'security.app.code': 'Code à six chiffres',
  'security.app.confirm': 'Activer',
  'security.app.wrong': 'Ce code est faux ou périmé. Saisissez celui qui est affiché maintenant.',
  'security.codes': 'Codes de secours',
  'security.codes.text':
    'Gardez-les en lieu sûr : ils ne seront plus montrés. Chacun remplace une fois le code de l’application.',
  'security.codes.renew': 'Nouveaux codes de secours',
  'security.codes.renew.text': 'Les codes de secours actuels ne vaudront plus rien.',
  'security.codes.copy': 'Copier',
  'security.codes.copied': 'Copié',
  'security.passkeys': 'Clés d’accès',
  'security.passkeys.none':
    'Aucune. Une clé d’accès vous connecte par l’empreinte, le visage ou le code de votre appareil, sans mot de passe.',
  'security.passkeys.add': 'Ajouter une clé d’accès',
  'security.passkeys.name': 'Nom de la clé',
  'security.passkeys.name.hint': 'Par exemple : téléphone, ordinateur du bureau.',
  'security.passkeys.create': 'Créer la clé',
  'security.passkeys.refused': 'La clé n’a pas été créée. Réessayez sur cet appareil, ou avec un autre.',
  'security.passkeys.remove.text': '« {name} » ne pourra plus servir à vous connecter.',
  'security.passkeys.unsupported': 'Ce navigateur ne connaît pas les clés d’accès.',
  'security.accounts': 'Comptes professionnels',
  'security.accounts.none':
    'Aucun n’est lié. Liez le compte que vous utilisez ailleurs dans votre entreprise pour vous connecter sans autre mot de passe.',
  'security.accounts.add': 'Lier un compte de {provider}',
  'security.accounts.unavailable': 'Aucun fournisseur d’identité n’est configuré pour votre entreprise.',
  'security.accounts.unnamed': 'Compte sans nom',
  'security.accounts.remove.text': 'Le compte « {name} » ne pourra plus servir à vous connecter.',
  'security.sessions': 'Sessions ouvertes',
  'security.sessions.current': 'Cette session',
  'security.sessions.text': 'Depuis le {since}, utilisée le {last}, adresse {address}',
  'security.sessions.end': 'Terminer',
  'security.sessions.endOthers': 'Terminer toutes les autres',
  'security.sessions.unknownBrowser': 'Navigateur inconnu',
  'security.sessions.unknownAddress': 'inconnue',
  'security.method.password': 'mot de passe',
  'security.method.password-and-code': 'mot de passe et code',
  'security.method.passkey': 'clé d’accès',
  'security.method.work-account': 'compte professionnel',
  'security.method.link': 'lien reçu par e-mail',
  'confirm.title': 'Confirmez que c’est vous',
  'confirm.text':
    'Ce changement touche à la protection de votre compte, et votre connexion date de plus de dix minutes.',
  'confirm.password': 'Mot de passe',
  'confirm.code': 'Code de l’application ou code de secours',
  'confirm.submit': 'Confirmer',
  'confirm.passkey': 'Confirmer avec une clé d’accès',
  'confirm.workAccount': 'Confirmer avec {provider}',
  'confirm.failed': 'Cela n’a pas montré que c’est vous. Vérifiez votre saisie, puis réessayez.',
} as const;
