import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const referralsFr: HelpTopic = {
  title: 'Profil commercial et demandes de clients',
  summary:
    'Montrer vos compétences à vos clients, figurer dans l’annuaire, recevoir leurs demandes et les suivre.',
  keywords: [
    'références',
    'profil commercial',
    'annuaire',
    'attestation',
    'Open Badges',
    'clients',
    'prospects',
    'logo',
    'publier',
  ],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'profile',
      title: 'Publier le profil commercial',
      blocks: [
        paragraph(
          'La page [{businessProfile.title}](page:business-profile) réunit ce que vos clients voient : une ligne et une présentation en français et en anglais, le logo, les sites, les langues, et les compétences.',
        ),
        steps(
          'Écrivez au moins une ligne sur ce que fait l’entreprise, puis {businessProfile.save}.',
          '{businessProfile.preview} : vous voyez la page comme vos clients, avant eux.',
          '{businessProfile.publish} : la page devient publique et l’entreprise entre dans l’annuaire.',
        ),
        paragraph(
          'Tant que le profil n’est pas publié, son adresse ne mène nulle part pour les visiteurs, et les moteurs de recherche ne l’indexent pas. {businessProfile.withdraw} l’enlève aussitôt ; vos textes sont conservés.',
        ),
        paragraph(
          'L’opérateur du programme peut suspendre un profil qui trompe les clients. La page dit alors depuis quand et pourquoi, vos textes sont conservés, et lui seul le rend de nouveau visible.',
        ),
      ],
    },
    {
      anchor: 'levels',
      title: 'Quelles compétences sont montrées',
      blocks: [
        list(
          'Avec l’adhésion Argent, toutes les compétences atteintes au niveau Argent.',
          'Avec l’adhésion Or, celles de niveau Argent et celles de niveau Or.',
          'Une compétence atteinte au seul niveau Or attend l’achat de l’adhésion Or.',
        ),
        paragraph(
          'Une compétence reste montrée jusqu’à la fin de l’année d’adhésion, même à risque. La liste est calculée chaque jour : personne ne peut y ajouter un niveau à la main.',
        ),
      ],
    },
    {
      anchor: 'credentials',
      title: 'Attestations vérifiables',
      blocks: [
        paragraph(
          'À chaque compétence montrée correspond une attestation signée, au format Open Badges 3.0. Un client l’ouvre depuis votre profil, ou colle celle que vous lui avez remise, et voit si elle est authentique et encore vraie.',
        ),
        paragraph(
          'Une attestation vaut sept jours au plus : remettez l’adresse de votre profil plutôt qu’une copie. Un niveau perdu est déclaré révoqué le jour même.',
        ),
      ],
    },
    {
      anchor: 'directory',
      title: 'L’annuaire',
      blocks: [
        paragraph(
          'Les profils publiés se cherchent par compétence, niveau, pays, langue et mots. Une entreprise qui perd un niveau n’y est plus trouvée pour ce niveau.',
        ),
      ],
    },
    {
      anchor: 'inbox',
      title: 'Suivre les demandes',
      blocks: [
        paragraph(
          'Un client vous écrit depuis votre page. La demande arrive dans [{referrals.title}](page:referrals), et les personnes que vous avez choisies sont prévenues par e-mail, sans le message ni les coordonnées.',
        ),
        list(
          '{referrals.state.new} : personne n’a encore répondu.',
          '{referrals.state.inContact} : quelqu’un s’en occupe.',
          '{referrals.state.won} ou {referrals.state.lost} : l’échange est terminé.',
          '{referrals.state.spam} : ce qui ressemble à un envoi automatique est mis de côté ; un clic le remet avec les autres.',
        ),
        paragraph('Chaque changement et chaque note portent leur auteur et leur date.'),
        note(
          'Répondez depuis votre messagerie : le portail n’écrit jamais à l’adresse qu’un visiteur a indiquée.',
        ),
      ],
    },
    {
      anchor: 'retention',
      title: 'Combien de temps les données sont conservées',
      blocks: [
        list(
          'Indésirables : 30 jours, puis tout est supprimé.',
          'Demandes gagnées ou perdues : un an après le dernier changement.',
          'Autres demandes : deux ans après le dernier changement.',
        ),
        paragraph(
          'À l’échéance, le nom, les coordonnées, le message et les notes sont supprimés ; restent la date, la compétence et l’état. Chaque demande montre sa date de suppression ; {referrals.erase} le fait aussitôt, quand son auteur le demande.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Ouvrir le profil commercial](page:business-profile)',
    '[Lire les demandes de clients](page:referrals)',
  ],
};
