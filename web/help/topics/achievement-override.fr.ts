import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const achievementOverrideFr: HelpTopic = {
  title: 'Dérogations',
  summary: 'Un niveau tenu jusqu’à une date, avec un motif, même si les exigences ne sont pas remplies.',
  keywords: ['dérogation', 'exemption', 'override', 'prolongation', 'assistance', 'niveau forcé'],
  appliesTo: 'Espace partenaires',
  sections: [
    {
      anchor: 'given',
      title: 'Ce qu’est une dérogation',
      blocks: [
        paragraph(
          'Le programme peut laisser un niveau à une entreprise pour un temps : centres d’examen fermés, qualification en attente d’être reçue, décision de l’assistance. La page [{exemptions.title}](page:exemptions) dit lesquels, jusqu’à quel jour et pourquoi.',
        ),
        paragraph(
          'Le niveau est alors tenu comme s’il était atteint : il permet d’acheter l’adhésion et il est montré. Les exigences restent affichées telles qu’elles sont.',
        ),
      ],
    },
    {
      anchor: 'shown',
      title: 'Où la voir',
      blocks: [
        list(
          'Sur la page de la compétence et dans la liste : la mention {competencies.exempt}, le dernier jour et le motif.',
          'Parmi ce qui prend fin : le lendemain du dernier jour est une perte annoncée, avec pour cause la fin de la dérogation.',
          'Dans l’historique de la compétence : {lifecycle.cause.exempted}.',
        ),
      ],
    },
    {
      anchor: 'give',
      title: 'Accorder, prolonger, mettre fin',
      blocks: [
        paragraph(
          'Seul le programme accorde une dérogation ; l’entreprise la voit et ne peut ni la donner ni la changer. L’assistance accorde trois mois au plus ; l’opérateur peut accorder davantage et prolonger.',
        ),
        steps(
          'Choisissez l’entreprise, puis {exemptions.give}.',
          'Choisissez la compétence et le niveau, le dernier jour, et écrivez le motif.',
          'Pour raccourcir une dérogation ou l’arrêter aujourd’hui : {exemptions.end}.',
        ),
        paragraph('Chaque acte est inscrit au journal d’audit de l’entreprise, avec son auteur.'),
      ],
    },
  ],
  nextSteps: [
    '[Voir les dérogations de l’entreprise](page:exemptions)',
    '[Suivre les compétences](page:competencies)',
  ],
};
