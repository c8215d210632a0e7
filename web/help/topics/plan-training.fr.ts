import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const planTrainingFr: HelpTopic = {
  title: 'Préparer et suivre un plan de formation',
  summary:
    'Qui doit obtenir quoi, pour quand et à quel coût, pour gagner ou garder un niveau ; et ce qui en est fait.',
  keywords: [
    'plan',
    'former',
    'budget',
    'examen à passer',
    'robustesse',
    'départ',
    'simulation',
    'recrutement',
    'adopter',
  ],
  appliesTo: 'Espace partenaires, tous les programmes',
  sections: [
    {
      anchor: 'make',
      title: 'Préparer un plan',
      blocks: [
        steps(
          'Dans le menu de gauche, ouvrez {plans.title}, puis choisissez {plans.new}. Le bouton existe aussi à côté de chaque niveau à risque, sur la page [des risques](page:risk).',
          'Cliquez sur les niveaux à gagner ou à garder. Sans autre choix, c’est l’option la moins chère qui est prise.',
          'Dites pour quand. La date proposée est votre prochain anniversaire.',
          'Réglez {plans.survive} et {plans.budget}. Le plan change aussitôt, et une courbe montre ce que coûte chaque départ de plus.',
          'Tout le monde ne réussit pas : sous {plans.confidence}, dites à quel point les niveaux doivent être sûrs, et combien de tentatives réussissent. Plus de personnes sont alors formées.',
          'Avec plusieurs niveaux, {plans.money.show} dit lesquels un plus petit budget permet d’obtenir.',
        ),
        paragraph(
          'Le plan compte ce que chacun détient déjà, fait servir un même examen à plusieurs niveaux, renouvelle ce qui expire avant la date et respecte les limites de partage du programme.',
        ),
        note(
          'Les chiffres de performance ne se forment pas : ceux sur lesquels le plan repose sont listés comme conditions.',
        ),
      ],
    },
    {
      anchor: 'proof',
      title: 'Prouvé, ou le meilleur trouvé',
      blocks: [
        paragraph(
          '« Prouvé » veut dire qu’aucun autre plan ne coûte moins. Si le temps n’a pas suffi, la page donne le meilleur plan trouvé et dit de combien un autre pourrait être moins cher, au plus.',
        ),
        paragraph(
          'S’il n’y a pas de plan, la page nomme l’exigence qui l’empêche, pour chaque option, et ce qui peut la lever.',
        ),
      ],
    },
    {
      anchor: 'swap',
      title: 'Une autre personne',
      blocks: [
        list(
          '{plans.notThem} : le plan est refait sans former cette personne. Ce qu’elle détient compte toujours.',
          '{plans.why} dit quelles places la personne occupe, ce qu’elle détient déjà pour cela, et ce que coûterait le plan sans cela.',
          '{plans.pin} garde une action quoi qu’il arrive ; {plans.otherForThis} la laisse à quelqu’un d’autre.',
        ),
        paragraph('L’adresse de la page contient toute la question : envoyez-la à un collègue.'),
      ],
    },
    {
      anchor: 'adopt',
      title: 'Adopter un plan',
      blocks: [
        steps(
          'Choisissez {plans.adopt}. La page dit d’abord qui reçoit quoi.',
          'Donnez l’échéance et dites s’il faut écrire aux personnes et à qui les suit.',
          'Chacun voit ce qu’il a à faire dans [son profil](page:profile) et dans [le calendrier](page:calendar).',
        ),
      ],
    },
    {
      anchor: 'follow',
      title: 'Suivre un plan adopté',
      blocks: [
        paragraph(
          'Une formation attribuée se termine d’elle-même quand la qualification arrive. La page du plan montre ce qui est fait face à ce qui était prévu, ce qui est en retard, et si chaque niveau sera rempli avec le reste.',
        ),
        list(
          'Changez une échéance, ou choisissez {assignment.drop}.',
          '{plans.rerun} pose la même question aux faits d’aujourd’hui.',
          '{plans.end} : ce qui est fait reste, le reste n’est plus attendu.',
        ),
      ],
    },
    {
      anchor: 'what-if',
      title: 'Et si…',
      blocks: [
        steps(
          'Ouvrez {study.scenarios} et ajoutez un scénario : une personne part ou arrive, quelqu’un réussit un examen, un examen est retiré, les règles d’une autre date, un chiffre qui change.',
          'Comparez les scénarios côte à côte, pour chaque compétence, et ce que coûterait de garder les niveaux tenus.',
        ),
        note('Rien n’est enregistré de ce qui est supposé.'),
      ],
    },
    {
      anchor: 'hire',
      title: 'Recruter ou former',
      blocks: [
        paragraph(
          '{study.candidates} dit ce que vaudrait une personne qui détient certains certificats : les niveaux gagnés aussitôt, et ce qu’elle économise dans le plan.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Préparer un plan](page:planner)',
    '[Voir les plans](page:plans)',
    '[Voir ce qui est à risque](page:risk)',
  ],
};
