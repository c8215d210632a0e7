import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const runNetworkFr: HelpTopic = {
  title: 'Faire fonctionner le réseau',
  summary:
    'Pour l’opérateur du programme : d’où viennent les qualifications, ce qui attend, et qui peut y faire quoi.',
  keywords: [
    'opérateur',
    'sources',
    'livraison',
    'clé',
    'signature',
    'webhook',
    'file d’attente',
    'sans compte',
    'entreprises',
    'inscrire',
    'chiffres',
    'retrait',
    'qualifications manquantes',
  ],
  appliesTo: 'Opérateurs et support du programme',
  sections: [
    {
      anchor: 'numbers',
      title: 'Le réseau en chiffres',
      blocks: [
        paragraph(
          '[{networkView.title}](page:network-view) compte les entreprises d’un programme, toutes ou celles d’un marché ou d’un pays. Elles sont comptées en arrière-plan, à la fin de chaque examen du réseau ; la page dit quand. Chaque nombre mène à ses entreprises telles qu’elles sont à présent.',
        ),
        list(
          '{networkView.levels} : combien d’entreprises ont commencé un niveau, l’atteignent, le tiennent, vont le perdre ou l’ont perdu.',
          '{networkView.missing} : les qualifications dont une seule personne de plus, dans une entreprise qui travaille déjà à un niveau, ferait atteindre ou conserver ce niveau. Chaque qualification est essayée sur les données de chaque entreprise.',
          '{networkView.retirements} : les qualifications qui ne compteront plus, leur dernier jour, et les niveaux que cela seul fait perdre. Pour voir l’effet d’une autre date, [faites un projet et répétez-le](maintain-membership#rules).',
          '{networkView.sources} : combien de jours séparent l’obtention de la livraison, source par source.',
        ),
        note(
          'Quand des règles sont publiées ou reprises, tout le réseau est aussitôt examiné de nouveau ; jusqu’à la fin de cet examen, les nombres sont ceux du comptage précédent.',
        ),
      ],
    },
    {
      anchor: 'companies',
      title: 'Entreprises',
      blocks: [
        paragraph(
          '[{companies.title}](page:companies) trouve chaque entreprise par son nom, son identifiant ou son numéro MPN, et dit à quels programmes elle participe. Choisissez-en une pour voir ses pages comme ses utilisateurs les voient ; chaque visite est notée dans son journal.',
        ),
        list(
          '{companies.open} crée une entreprise avec son premier administrateur général, qui reçoit un lien de connexion.',
          '{companies.enrol} fait participer dès aujourd’hui une entreprise déjà présente.',
          'Les demandes des entreprises qui [veulent participer](join#ask) sont acceptées, ou refusées avec un motif. {requests.policy} accepte chacune de celles qui arrivent ensuite ; celle qui ne peut pas l’être, parce qu’une adresse ou un numéro est pris, vous attend.',
        ),
      ],
    },
    {
      anchor: 'merge',
      title: 'Deux entreprises qui n’en font plus qu’une',
      blocks: [
        paragraph(
          '[{mergeCompanies.title}](page:merge-companies) sert quand une entreprise en a repris une autre. Choisissez les deux : la page dit ce que l’entreprise unique aura, avant que rien ne change.',
        ),
        list(
          'Les personnes continuent avec leurs comptes, leur façon de se connecter et leurs associations, sans nouvelle démarche auprès de leur fournisseur ; les limites d’association ne sont pas touchées. Qui est déjà parti reste dans l’historique.',
          'Chaque niveau rempli ou acheté par l’une ou l’autre est conservé : là où l’entreprise unique ne le remplit pas, il l’est jusqu’à la date anniversaire, et une dérogation le dit. La plus grande adhésion court jusqu’à la date anniversaire la plus tardive.',
          'Les chiffres mensuels s’ajoutent par mois et par association. Des taux, comme une croissance en pour cent, ne s’ajoutent pas : ceux de l’entreprise qui continue restent.',
          'Une adresse ne connecte qu’une personne. Qui a un compte dans les deux entreprises a deux adresses : dites-le, et le compte de l’entreprise qui continue reste.',
          'L’entreprise reprise est fermée. Son historique et son journal se lisent ; rien ne s’y ajoute. Qui essaie de s’y connecter lit quelle entreprise l’a reprise.',
        ),
        paragraph(
          'Une fusion de milliers de personnes dure une minute. La page montre où elle en est ; quittez-la si vous voulez, chaque opérateur la retrouve sous « {mergeCompanies.open} ». Jusqu’à la fin, rien ne se modifie dans les deux entreprises et personne ne se connecte à celle qui est reprise : qui essaie lit pourquoi, et recommence une minute plus tard. Tout se lit. Ce qu’une source livre entre-temps est enregistré ensuite.',
        ),
        note(
          'Une fusion se fait en entier ou pas du tout, même si le serveur s’arrête au milieu : elle est alors recommencée d’elle-même. Elle ne s’annule pas. Faites renouveler avant une adhésion dont la fenêtre de renouvellement est ouverte.',
        ),
      ],
    },
    {
      anchor: 'announcements',
      title: 'Annonces',
      blocks: [
        paragraph(
          '[{announcements.title}](page:announcements) met un message en haut de toutes les pages de toutes les entreprises, ou de certaines, dans la langue de chaque lecteur, d’un jour à un autre. {announcements.end} le retire tout de suite.',
        ),
      ],
    },
    {
      anchor: 'audit',
      title: 'Chercher ce qui a été fait',
      blocks: [
        paragraph(
          '[{networkAudit.title}](page:network-audit) réunit en une liste, pour les opérateurs, les journaux de toutes les entreprises et celui du réseau. Réduisez-la par entreprise, événement, personne et jours ; une personne se trouve par son adresse professionnelle entière ou par son identifiant. {networkAudit.download} emporte tout ce qui correspond.',
        ),
        list(
          'Chaque recherche et chaque fichier laissent une trace dans le journal du réseau, avec ce qui a été demandé.',
          'D’une personne effacée il ne reste que l’identifiant.',
        ),
      ],
    },
    {
      anchor: 'sources',
      title: 'Les sources et leur état',
      blocks: [
        paragraph(
          '[{sources.title}](page:sources) montre chaque fournisseur qui livre les qualifications lui-même : sa dernière livraison, combien de jours séparent l’obtention de la livraison, et ce qui est arrivé depuis une semaine. Opérateurs et support la voient ; les opérateurs agissent.',
        ),
        list(
          '{sources.state.silent} : rien n’est arrivé depuis plus longtemps que tout retard connu. Demandez au fournisseur.',
          '{sources.state.failing} : une livraison est arrivée et n’a pas pu être gardée. Elle est conservée en entier ; quand la cause a disparu, choisissez {sources.delivery.repeat}, ou attendez que le fournisseur l’envoie de nouveau. Ce qui est déjà là reste inchangé.',
          '{sources.rejections} : des qualifications qui ne peuvent pas être justes, avec le motif. Le reste de leur livraison a été gardé. Corrigez-en une, mettez-la de côté, ou faites-la renvoyer juste par la source : elle quitte alors la liste d’elle-même.',
        ),
      ],
    },
    {
      anchor: 'keys',
      title: 'Clés d’une source',
      blocks: [
        paragraph(
          'Une source signe chaque livraison avec une clé. Cette clé ouvre la livraison des qualifications de cette source et rien d’autre.',
        ),
        steps(
          'Sur la page de la source, choisissez {sources.key.make} et donnez un nom à la clé.',
          'Copiez la clé, qui n’est montrée qu’une fois, et remettez-la au fournisseur par une voie sûre.',
          'Pour changer de clé sans interruption, créez la nouvelle en laissant les clés actuelles valables quelques heures ; le fournisseur en change pendant ce temps.',
          'Choisissez {sources.key.revoke} si une clé a pu être connue d’autrui : les livraisons signées avec elle sont refusées tout de suite.',
        ),
        note(
          'La manière de signer une livraison et les réponses sont décrites dans la référence du produit, « Deliveries of a source ».',
        ),
      ],
    },
    {
      anchor: 'unmatched',
      title: 'Qualifications sans compte',
      blocks: [
        paragraph(
          '[{unmatched.title}](page:unmatched) liste les qualifications de fichiers arrivées avec une adresse professionnelle seule. Dès que la personne qui a cette adresse associe un compte du fournisseur, elles y passent d’elles-mêmes. La liste dit pour chacune si personne n’a cette adresse dans l’entreprise, ou si la personne l’a et n’a pas encore de compte.',
        ),
        paragraph(
          '{unmatched.withdraw} en retire une pour de bon, par exemple celle d’un fichier envoyé par erreur.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Voir le réseau en chiffres](page:network-view)',
    '[Voir les sources](page:sources)',
    '[Voir le risque du réseau](page:network-risk)',
  ],
};
