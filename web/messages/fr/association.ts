export const association = {
  'learning.exams': 'Examens et certifications Microsoft',
  'learning.training': 'Formations et évaluations Microsoft',
  'learning.exams.account': 'Microsoft Learning',
  'learning.training.account': 'Université partenaire',
  'learning.associated': 'Compte associé',
  'learning.onlyPmc': 'Associé au PMC seulement',
  'learning.notAssociated': 'Aucun compte associé',
  'learning.since': 'Associé depuis',
  'learning.since.text': '{day}, {via}',
  'learning.mcid': 'MCID',
  'learning.accountId': 'Identifiant du compte',
  'learning.email': 'E-mail du compte',
  'learning.email.unknown': 'Non communiqué par le compte',
  'learning.email.other':
    '{email} est différent de votre e-mail professionnel {work}. Les deux sont acceptés : les qualifications suivent le compte, pas l’adresse.',
  'learning.email.contacts': 'Si ce n’est pas ce que vous vouliez, voyez avec :',
  'learning.exam.email':
    'Avant un examen : inscrivez-vous avec {email}. Le résultat sera rattaché à cette adresse, celle du compte {account}.',
  'learning.exam.account':
    'Avant un examen : inscrivez-vous avec le compte {account}. Le résultat sera rattaché à son adresse, que le fournisseur ne nous communique pas.',
  'learning.exam.none':
    'Avant un examen : associez le compte avec lequel vous vous inscrirez. Le résultat sera rattaché à l’adresse de ce compte, pas à {work}.',
  'learning.delay.text':
    'Le fournisseur transmet les nouveautés en {hours} heures au plus ; elles paraissent ici dès leur réception.',
  'learning.next': 'Prochain changement possible',
  'learning.next.now': 'Dès aujourd’hui',
  'learning.next.on': 'Le {day}',
  'learning.pmc':
    'Cette association vient du PMC. {until, select, none {Associez le compte ici : elle cessera de compter six mois après le passage de votre entreprise.} over {Elle n’a compté que jusqu’au {day} : associez le compte ici.} other {Associez le compte ici : elle compte seule jusqu’au {day}.}}',
  'learning.associate': 'Associer',
  'learning.dissociate': 'Dissocier',
  'learning.elsewhen': 'Revenez à aujourd’hui pour associer ou dissocier un compte.',
  'learning.history': 'Historique des associations',
  'learning.history.one': '{provider} {account}, du {from} au {until}, {via}',
  'associate.title': 'Associer un compte d’apprentissage',
  'associate.lead':
    'Vos qualifications arrivent par le compte avec lequel vous passez examens et formations. Associez-le à {company} pour qu’elles comptent.',
  'associate.nothingOpen': 'Vos deux comptes sont déjà associés',
  'associate.nothingOpen.text':
    'Il n’y a rien d’autre à faire. Pour associer un autre compte à la place, dissociez d’abord l’actuel dans votre profil.',
  'associate.which': 'Quel compte ?',
  'associate.which.done': '{purpose} (déjà associé)',
  'associate.both': 'Le même compte pour les deux',
  'associate.consent': 'Ce que votre entreprise verra',
  'associate.consent.list':
    'Les administrateurs de {company} verront l’identifiant et l’e-mail de ce compte, et vos qualifications avec leurs dates d’obtention et d’expiration. Ils ne verront ni votre mot de passe, ni vos autres données.',
  'associate.consent.end':
    'Personne d’autre que vous ne peut associer ou dissocier ce compte. Un compte est associé à une seule entreprise à la fois, trois fois au plus en 365 jours, avec 30 jours entre deux associations.',
  'associate.email':
    'L’e-mail de ce compte peut être différent de votre e-mail professionnel ({email}) : c’est courant, et sans conséquence.',
  'associate.go': 'J’accepte, continuer vers {provider}',
  'associate.go.hint':
    'Connectez-vous là-bas avec le compte que vous voulez associer. Vous confirmerez ensuite ici.',
  'associate.unavailable':
    'La connexion aux comptes d’apprentissage n’est pas configurée ici. Demandez à la personne qui gère cette installation.',
  'associate.failed': 'L’association n’a pas pu commencer ({code}). Rien n’a changé ; réessayez.',
  'associate.back': 'Retour à mon profil',
  'associate.confirm.title': 'Confirmer l’association',
  'associate.confirm.lead': 'Vérifiez ce qui a été trouvé. Rien n’est associé avant votre confirmation.',
  'associate.confirm.found': 'Compte trouvé',
  'associate.confirm.name': 'Nom du compte',
  'associate.confirm.work': 'Votre e-mail professionnel',
  'associate.confirm.sameEmail': 'Le compte a la même adresse que votre compte professionnel.',
  'associate.confirm.otherEmail':
    'Le compte a une autre adresse que votre compte professionnel. Vérifiez que c’est bien le vôtre ; l’association fonctionne avec deux adresses différentes.',
  'associate.confirm.unverified':
    'Le fournisseur n’a pas vérifié cette adresse : elle ne sera pas enregistrée.',
  'associate.confirm.skills':
    '{count, plural, =0 {Aucune qualification n’est encore connue pour ce compte.} one {1 qualification connue pour ce compte :} other {# qualifications connues pour ce compte :}}',
  'associate.confirm.more': '{count, plural, one {et 1 autre} other {et # autres}}',
  'associate.confirm.effect': 'Ce qui va se passer',
  'associate.confirm.begins': 'Le compte est associé à {company} dès maintenant, pour : {purposes}.',
  'associate.confirm.ends':
    'Votre association avec {company} ({purpose}) prend fin à cet instant. Ce que vous détenez cesse d’y compter.',
  'associate.confirm.endsHere':
    'Ce compte est associé à un autre utilisateur de {company} ({purpose}) : cette association prend fin à cet instant.',
  'associate.confirm.next': 'Prochain changement possible de ce compte : le {day}.',
  'associate.confirm.yes': 'Associer ce compte',
  'associate.confirm.no': 'Ne pas associer',
  'associate.confirm.failed': 'L’association n’a pas été faite ({code}). Rien n’a changé.',
  'associate.over.title': 'Cette étape n’est plus valable',
  'associate.over':
    'Un compte montré n’est gardé qu’un quart d’heure, jusqu’à votre réponse ou jusqu’à ce qu’un autre soit montré, par exemple dans un autre onglet. Votre profil dit ce qui est associé ; recommencez de là s’il le faut.',
  'associate.refused.too-soon':
    '{purpose} : il faut 30 jours entre deux associations d’un compte. Possible à partir du {day}.',
  'associate.refused.too-many':
    '{purpose} : ce compte a déjà été associé trois fois en 365 jours. Possible à partir du {day}.',
  'associate.refused.already-associated': '{purpose} : ce compte est déjà associé à votre profil.',
  'associate.refused.other-account':
    '{purpose} : le compte {account} est déjà associé à votre profil. Dissociez-le d’abord.',
  'associate.refused.merge-proposed':
    '{purpose} : cette transcription est celle d’un autre compte que {account}, qui est associé à votre profil. Ce qu’elle contient est conservé, et la fusion des deux comptes est proposée à l’assistance. Votre association reste ; vous n’avez rien à refaire.',
  'associate.refused.merged-account':
    '{purpose} : ce compte est fusionné avec le compte {account}, qui est associé à votre profil. Ses qualifications comptent déjà.',
  'associate.refused.user-left': '{purpose} : vous ne faites plus partie de l’entreprise.',
  'associate.done': 'Compte associé. Ses qualifications comptent dès leur réception.',
  'dissociate.title': 'Dissocier ce compte ?',
  'dissociate.loading': 'Calcul de l’effet',
  'dissociate.skills':
    '{count, plural, =0 {Rien ne cesse de compter pour {company} aujourd’hui.} one {1 qualification cesse de compter pour {company} aujourd’hui.} other {# qualifications cessent de compter pour {company} aujourd’hui.}}',
  'ending.kept.pmc':
    '{count, plural, one {1 qualification de ce compte continue} other {# qualifications de ce compte continuent}} de compter par l’association faite au PMC{day, select, none {.} other {, jusqu’au {day}. Après cette date, plus rien de ce compte ne compte, à moins de l’associer de nouveau dans l’Espace partenaires.}}',
  'ending.kept.partnerCenter':
    '{count, plural, one {1 qualification de ce compte continue} other {# qualifications de ce compte continuent}} de compter par l’association faite dans l’Espace partenaires.',
  'ending.kept.otherAccount':
    '{count, plural, one {1 qualification de ce compte continue} other {# qualifications de ce compte continuent}} de compter par un autre compte associé, qui l’atteste aussi.',
  'ending.none.noSkillKnown': 'Aucune qualification n’est encore connue pour ce compte.',
  'ending.none.noneCounts':
    'Les qualifications de ce compte ne comptaient déjà pas ; le motif est à côté de chacune, dans le profil.',
  'ending.none.personLeft':
    'Les qualifications de ce compte ne comptent plus depuis le départ de la personne.',
  'dissociate.lost': '{company} perd {competency} ({level}).',
  'dissociate.next': 'Vous pourrez associer ce compte de nouveau le {day}.',
  'dissociate.nextNow': 'Vous pourrez associer ce compte de nouveau dès aujourd’hui.',
  'dissociate.history': 'L’historique reste visible ici.',
  'dissociate.yes': 'Dissocier',
  'dissociate.no': 'Garder le compte',
  'dissociate.done': 'Compte dissocié.',
  'dissociate.failed': 'Le compte n’a pas été dissocié ({code}). Rien n’a changé ; réessayez.',
  'association.problem.not-fresh':
    'Trop de temps s’est écoulé depuis votre dernière connexion. Rien n’a été associé ; recommencez.',
  'association.problem.not-the-owner':
    'Le compte avec lequel vous vous êtes connecté n’est pas celui de cette transcription. Rien n’a été associé ; connectez-vous avec le bon compte, ou montrez votre propre transcription.',
  'association.problem.other':
    'Le compte d’apprentissage n’a pas pu être vérifié ({code}). Rien n’a été associé ; recommencez.',
  'association.problem.cancelled': 'Aucun compte n’a été choisi. Rien n’a été associé.',
  'association.problem.other-session':
    'Ce n’est pas la session dans laquelle l’association a commencé. Rien n’a été associé ; recommencez.',
  'association.problem.not-yours':
    'Cette adresse a déjà servi, ou ne vient pas d’une association commencée dans ce navigateur. Rien n’a été ajouté. Si quelqu’un vous l’a envoyée, ne l’utilisez pas ; pour associer votre compte, commencez ici.',
  'association.problem.round-over':
    'Cette étape a déjà servi, ou a duré plus de dix minutes. Rien n’a été ajouté ; recommencez si le compte n’est pas ci-dessous.',
  'association.problem.unreachable':
    'Le fournisseur du compte d’apprentissage ne répond pas. Rien n’a été associé ; réessayez plus tard.',
  'transcript.title': 'Ou par le lien de partage de votre transcription',
  'transcript.text':
    'Sur Microsoft Learn, partagez votre transcription (relevé) avec votre e-mail de contact, puis collez le lien ici. Pour vérifier qu’elle est la vôtre, un code est envoyé à cette adresse, ou vous vous connectez avec le compte.',
  'transcript.link': 'Lien de partage',
  'transcript.go': 'Montrer cette transcription',
  'transcript.problem.not-a-share-link':
    'Ce n’est pas le lien de partage d’une transcription Microsoft Learn. Copiez-le depuis votre profil Microsoft Learn.',
  'transcript.problem.not-shared':
    'Aucune transcription n’est partagée sous ce lien. Vérifiez qu’il est encore actif.',
  'transcript.problem.without-account':
    'Cette transcription ne porte pas de MCID : il n’y a rien à associer.',
  'transcript.problem.without-email':
    'Cette transcription ne porte pas d’e-mail de contact. Ajoutez-le au partage, ou connectez-vous avec le compte.',
  'transcript.problem.unreachable': 'Microsoft Learn ne répond pas. Rien n’a changé ; réessayez plus tard.',
  'transcript.problem.too-many': 'Trop de codes ont été demandés. Attendez une heure.',
  'transcript.signIn.title': 'Ou connectez-vous avec ce compte',
  'transcript.signIn.only': 'Connectez-vous avec ce compte',
  'transcript.signIn.text':
    'Connectez-vous avec le compte d’apprentissage de cette transcription (MCID {account}) : si c’est bien le même, aucun code n’est nécessaire.',
  'transcript.signIn.go': 'Se connecter avec ce compte',
  'transcript.code.title': 'Code de vérification',
  'transcript.code.text': 'Un code à six chiffres a été envoyé à {email}. Il vaut un quart d’heure.',
  'transcript.code': 'Code à six chiffres',
  'transcript.code.go': 'Vérifier',
  'transcript.code.again': 'Recommencer',
  'transcript.code.wrong': 'Ce code est faux. Vérifiez les six chiffres ; cinq essais sont possibles.',
  'transcript.code.spent': 'Trop de codes faux. Recommencez pour en recevoir un autre.',
};
