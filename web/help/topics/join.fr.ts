import { type HelpTopic, list, paragraph, steps } from '../help-topic.ts';

export const joinFr: HelpTopic = {
  title: 'Rejoindre le programme',
  summary: 'Comment une entreprise vient à participer, et ce qui se passe jusque-là.',
  keywords: ['inscrire', 'inscription', 'adhérer', 'non inscrite', 'nouvelle entreprise', 'conditions'],
  appliesTo: 'Entreprises qui ne participent pas encore',
  sections: [
    {
      anchor: 'ask',
      title: 'Demander à participer',
      blocks: [
        steps(
          'Sans compte, ouvrez {join.now} depuis la page de connexion. Avec un compte, ouvrez [{join.title}](page:join), où les données de votre entreprise figurent déjà.',
          'Indiquez la raison sociale, le pays et le marché ; certains seuils dépendent du marché. Une nouvelle entreprise nomme aussi son premier administrateur général.',
          'Lisez les conditions et acceptez-les pour l’entreprise, puis choisissez {join.send}.',
        ),
        paragraph(
          'L’opérateur du programme examine la demande, sauf s’il accueille les entreprises aussitôt. Un refus porte un motif, et vous pouvez demander de nouveau.',
        ),
      ],
    },
    {
      anchor: 'until-then',
      title: 'Jusqu’à ce que l’entreprise participe',
      blocks: [
        paragraph(
          'Les pages des compétences et les rapports disent que l’entreprise ne participe pas et mènent à la demande. Tout le reste fonctionne :',
        ),
        list(
          'Des utilisateurs peuvent être ajoutés et associer leurs comptes d’apprentissage.',
          'Les qualifications arrivent et sont gardées ; elles comptent dès que l’entreprise participe, pour tout jour demandé.',
          'Les [compétences requises](page:requirements) peuvent être lues.',
        ),
      ],
    },
    {
      anchor: 'afterwards',
      title: 'Ensuite',
      blocks: [
        paragraph(
          'Le premier administrateur général reçoit un e-mail avec un lien de connexion, ajoute les autres utilisateurs et leur donne leurs rôles.',
        ),
      ],
    },
  ],
  nextSteps: ['[Demander à participer](page:join)', '[Ajouter des utilisateurs](users#add)'],
};
