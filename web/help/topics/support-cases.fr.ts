import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const supportCasesFr: HelpTopic = {
  title: 'Dossiers auprès de l’assistance',
  summary:
    'Confier à l’assistance une qualification manquante, des comptes à fusionner ou une qualification contestée, et suivre la réponse.',
  keywords: [
    'dossier',
    'assistance',
    'qualification manquante',
    'preuve',
    'transcription',
    'certificat',
    'ticket',
    'contester',
  ],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'open',
      title: 'Ouvrir un dossier',
      blocks: [
        steps(
          'Choisissez [{cases.new}](page:new-case), l’objet et la personne concernée.',
          'Dites ce qui manque et depuis quand. Le rapport des utilisateurs, le rapport des qualifications du jour et le profil de la personne sont joints d’eux-mêmes.',
          'Choisissez {cases.form.open}, puis ajoutez les preuves : la transcription officielle ou le certificat du cours, en PNG, JPEG ou PDF.',
        ),
        paragraph(
          'Tant que la source a encore le temps de transmettre, aucun dossier ne peut être ouvert : le formulaire dit jusqu’à quelle date et quelle heure. Il dit aussi quand un dossier n’aiderait pas. Le jour où la qualification a été obtenue compte : le délai commence à la fin de ce jour.',
        ),
        paragraph(
          'Ce que seul le fournisseur peut corriger se demande chez lui : le formulaire et le dossier mènent au bon endroit.',
        ),
        note(
          'Une source que le programme ne reconnaît pas est signalée aussitôt : le dossier peut être ouvert, la qualification ne comptera pas.',
        ),
      ],
    },
    {
      anchor: 'ask',
      title: 'Sans le rôle',
      blocks: [
        paragraph(
          'Chacun peut le demander sur la même page : les administrateurs de l’entreprise reçoivent un e-mail et décident. Rien ne va à l’assistance avant que l’un d’eux choisisse {cases.asked.open}.',
        ),
      ],
    },
    {
      anchor: 'follow',
      title: 'Suivre un dossier',
      blocks: [
        paragraph(
          'La page [{cases.title}](page:cases) montre qui doit répondre, et pour quand. Chaque réponse est annoncée par e-mail ; ce qui a été écrit reste sur la page.',
        ),
        list(
          '{cases.state.open} : l’assistance répond en cinq jours.',
          '{cases.state.waiting} : l’assistance attend votre réponse.',
          '{cases.act.withdrawn} : quand tout s’est réglé.',
        ),
      ],
    },
    {
      anchor: 'who-reads',
      title: 'Qui lit quoi',
      blocks: [
        paragraph(
          'Les administrateurs de l’entreprise et l’assistance lisent le dossier. Les fichiers qui montrent des qualifications ne s’ouvrent que pour les rôles du rapport des qualifications, et pour l’assistance. Les fichiers sont gardés chiffrés, et chaque ouverture figure dans le journal d’audit.',
        ),
        paragraph(
          'Quand une personne est effacée, ce qui a été écrit et envoyé dans les dossiers à son sujet l’est aussi ; un dossier ouvert est retiré.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Associer un compte d’apprentissage](link-learning-account)',
    '[Ouvrir {cases.title}](page:cases)',
  ],
};
