import { generated, type HelpTopic, list, paragraph } from '../help-topic.ts';

export const rolesFr: HelpTopic = {
  title: 'Rôles et autorisations',
  summary: 'Qui peut voir et faire quoi, et à qui s’adresser.',
  keywords: ['administrateur', 'lecteur', 'autorisations', 'accès refusé', 'mot de passe'],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'who-may',
      title: 'Ce que permet chaque rôle',
      blocks: [
        paragraph(
          'Toute personne qui se connecte voit son profil, ses qualifications et les compétences requises. Le reste dépend du rôle :',
        ),
        generated('roles'),
      ],
    },
    {
      anchor: 'refused',
      title: 'Accès refusé',
      blocks: [
        paragraph(
          'La page indique le rôle nécessaire et les personnes qui l’ont dans votre entreprise. La liste complète est sous [{nav.users} › {roles.tab}](page:roles).',
        ),
      ],
    },
    {
      anchor: 'personal-data',
      title: 'Données personnelles',
      blocks: [
        paragraph(
          'Certains rôles voient les chiffres sans voir les personnes : les noms et les adresses sont alors remplacés par un identifiant stable.',
        ),
      ],
    },
    {
      anchor: 'sign-in',
      title: 'Se connecter',
      blocks: [
        list(
          'Connectez-vous avec l’adresse et le mot de passe de votre compte professionnel, avec une clé d’accès, ou avec le compte que votre entreprise utilise ailleurs (Microsoft Entra ID ou un autre fournisseur d’identité).',
          'Un compte personnel (Outlook.com, Gmail…) n’ouvre aucun compte ici : Jalon demande un compte de votre entreprise.',
          'Après plusieurs échecs, attendez quelques minutes : la page indique combien.',
          'À la première connexion, un lien à usage unique vous laisse choisir votre mot de passe. Il est valable sept jours ; au-delà, demandez-en un autre à votre administrateur. Pour un mot de passe oublié, voir [Connexion et mots de passe](users#password).',
        ),
      ],
    },
    {
      anchor: 'security',
      title: 'Sécurité du compte',
      blocks: [
        paragraph(
          'Sous [{nav.profile} › {security.title}](page:security), vous choisissez comment vous vous connectez :',
        ),
        list(
          'Un nouveau mot de passe ferme toutes vos autres sessions.',
          'Une application d’authentification demande un code après le mot de passe. Gardez les codes de secours dans un endroit sûr : chacun sert une fois, le jour où le téléphone manque.',
          'Une clé d’accès remplace le mot de passe par votre empreinte, votre visage ou le code de votre appareil.',
          'Un compte professionnel lié vous connecte sans autre mot de passe ; c’est alors votre entreprise qui demande un second facteur.',
          'La liste des sessions montre où votre compte est ouvert ; terminez celles que vous ne reconnaissez pas.',
        ),
        paragraph(
          'Un changement demande de confirmer que c’est bien vous si votre connexion date de plus de dix minutes.',
        ),
      ],
    },
  ],
  nextSteps: ['[Voir qui détient quel rôle](page:roles)', '[Ouvrir {nav.profile}](page:profile)'],
};
