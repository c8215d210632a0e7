import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const maintainMembershipFr: HelpTopic = {
  title: 'Conserver et renouveler l’adhésion',
  summary:
    'Combien de temps l’acquis est conservé, quand il est à risque, et dans quels jours on renouvelle.',
  keywords: [
    'renouvellement',
    'anniversaire',
    'sursis',
    'perdu',
    'à risque',
    'période',
    'PMC',
    'rappel',
    'état',
  ],
  appliesTo: 'Programmes qui vendent des adhésions',
  sections: [
    {
      anchor: 'states',
      title: 'Les états d’un niveau',
      blocks: [
        list(
          '{lifecycle.started} : quelque chose est acquis pour ce niveau.',
          '{lifecycle.qualified} : les exigences sont remplies, l’adhésion n’est pas achetée.',
          '{lifecycle.active} : atteint et acheté. Il le reste jusqu’à la fin de l’année.',
          '{lifecycle.atRisk} : il n’est plus atteint, ou ne le sera plus à l’anniversaire d’après ce qui est connu.',
          '{lifecycle.inGrace} : l’anniversaire est passé, l’adhésion peut encore être renouvelée.',
          '{lifecycle.lapsed} : l’adhésion n’a pas été renouvelée, ou le niveau n’était pas atteint au renouvellement.',
        ),
        paragraph(
          'Les états sont calculés d’après les faits, jamais saisis. La page de chaque compétence raconte chaque changement, son jour et sa cause.',
        ),
      ],
    },
    {
      anchor: 'risk',
      title: 'Ce qui est à risque, et quoi faire',
      blocks: [
        paragraph(
          '[{nav.risk}](page:risk) classe les niveaux atteints ou détenus. Ce qui serait perdu avant son anniversaire, ou l’est déjà, vient d’abord ; ensuite compte ce qui en dépend : l’adhésion qu’aucune autre compétence ne garde, le rang du niveau, les niveaux qui l’exigent.',
        ),
        list(
          'Le jour de la perte vient de ce qui est connu : expirations, départs prévus, changements de règles. Les chiffres de performance sont supposés ne pas changer.',
          'La réparation cite ce qui suffirait à soi seul, le moins coûteux d’abord : associer un compte, renouveler un certificat, en obtenir un.',
          'Les certificats qui expirent avant l’anniversaire sont listés avec le jour à partir duquel ils peuvent être renouvelés.',
          'Un niveau à risque reste affiché jusqu’à la fin de l’année d’adhésion.',
        ),
      ],
    },
    {
      anchor: 'renew',
      title: 'Renouveler',
      blocks: [
        paragraph(
          'Une adhésion dure 365 jours. Dans l’Espace partenaires, elle se renouvelle du lendemain de l’anniversaire au trentième jour ; dans PMC, des 90 jours qui précèdent l’anniversaire jusqu’à celui-ci. L’anniversaire suivant tombe 365 jours après l’ancien.',
        ),
        steps(
          'Trois mois avant l’anniversaire, consultez le [{nav.skillsReport}](page:skills-report) à cette date.',
          'Pendant la période, ouvrez [{nav.membership}](page:membership) et choisissez {membership.act.renewal}.',
          'Les exigences sont vérifiées. Si le niveau n’est plus atteint, l’écart est affiché et le niveau le plus élevé qui l’est peut être renouvelé à la place.',
        ),
        note(
          'Sans renouvellement le dernier jour de la période, les avantages et les compétences sont perdus.',
        ),
      ],
    },
    {
      anchor: 'transfers',
      title: 'Les virements que l’opérateur confirme',
      blocks: [
        paragraph(
          'L’opérateur du programme trouve les virements attendus dans {nav.payments} et confirme ceux qui sont arrivés avec la référence de la banque. L’entreprise est membre à partir de là. Un renouvellement par virement doit arriver avant la fin de la période.',
        ),
        paragraph(
          'Un virement reçu pour une commande annulée, expirée ou déjà payée est rendu : l’opérateur l’y note, puis dit quand l’argent est reparti.',
        ),
      ],
    },
    {
      anchor: 'network',
      title: 'Le réseau, pour l’opérateur et l’assistance',
      blocks: [
        paragraph(
          '[{networkRisk.title}](page:network-risk) donne les entreprises dont un niveau est à risque, la première perte d’abord, et celles qui ont perdu ou gagné un niveau par le dernier changement des règles. Quand les règles changent, toutes les entreprises sont revues en arrière-plan ; la page dit où cela en est. Une entreprise dont on ouvre les pages, ou pour laquelle on choisit {networkRisk.again}, est calculée aussitôt.',
        ),
        paragraph(
          'Une entreprise pour laquelle le calcul échoue est nommée avec la raison et n’arrête aucune autre. Il est tenté de nouveau toutes les heures.',
        ),
      ],
    },
    {
      anchor: 'rules',
      title: 'Changer les règles, pour les opérateurs',
      blocks: [
        paragraph(
          '[{catalogue.title}](page:catalogue) montre les règles en vigueur de chaque programme. {catalogue.begin} en reprend les fichiers ; on les modifie sous {catalogue.tab.files}, et chaque modification est vérifiée avec ses exemples. {catalogue.tab.changes} met en mots, côte à côte, les règles en vigueur et celles du projet.',
        ),
        paragraph(
          '{catalogue.rehearsal.begin} essaie le projet sur chaque entreprise en arrière-plan : qui perd ou gagne quel niveau, quel jour, et jusqu’à quand une adhésion le maintient. La liste des entreprises à prévenir est un fichier. Un projet ne peut être publié qu’après avoir été répété face aux règles en vigueur.',
        ),
        paragraph(
          'Les règles publiées valent sur tous les serveurs quelques secondes après, ou à partir du jour choisi. Qui a acheté un niveau le garde jusqu’à l’anniversaire. {catalogue.rollBack} remet en vigueur des règles antérieures.',
        ),
      ],
    },
    {
      anchor: 'microsoft-learn',
      title: 'Titres, retraits et renouvellements de Microsoft Learn',
      blocks: [
        paragraph(
          '{learn.open}, dans [{catalogue.title}](page:catalogue), compare un fichier du catalogue de Microsoft Learn aux qualifications que le programme nomme. Choisissez de reprendre les titres, les retraits ou les renouvellements ; la page montre chaque différence, avant et après, et rien n’est gardé avant que vous ne choisissiez {learn.draft}.',
        ),
        list(
          'Le projet contient exactement ces différences, avec le fichier pour source, et se vérifie, se répète et se publie comme tout projet.',
          'Les qualifications du fichier que le programme ne nomme pas sont listées et ne sont pas utilisées. Un renouvellement que les règles du programme ne connaissent pas est laissé de côté et nommé.',
          'Si un exemple du programme a un autre résultat d’après les nouvelles dates, la page dit lequel avant que le projet ne soit fait.',
        ),
      ],
    },
    {
      anchor: 'calendar',
      title: 'Calendrier',
      blocks: [
        paragraph(
          '[{calendar.title}](page:calendar) réunit ce que l’on sait déjà des douze mois à venir : anniversaires, périodes de renouvellement, niveaux qui seront perdus et pourquoi, certificats qui expirent, qualifications retirées, dérogations qui prennent fin, commandes à payer. Chaque ligne mène à la page qui en dit plus.',
        ),
        paragraph(
          'Sauf pour les anniversaires et les niveaux perdus, le jour montré est le dernier jour où la chose vaut encore. Qui ne peut pas lire les noms voit combien de certificats expirent chaque jour.',
        ),
        paragraph(
          'Avec un lien de cette page, votre propre calendrier (Outlook, Google Agenda ou un autre) montre les mêmes jours. Le lien est secret, montré une seule fois, et peut être supprimé ou remplacé à tout moment ; il montre ce que la personne peut voir au moment de la lecture, et cesse de fonctionner quand elle perd son accès.',
        ),
      ],
    },
    {
      anchor: 'notices',
      title: 'Notifications et tâches',
      blocks: [
        paragraph(
          'La cloche en haut de chaque page compte ce qui est nouveau. [{notices.title}](page:notices) dit quand un niveau est à risque, pourquoi, et ce qui le répare au moindre coût, dit aussi quand le risque est écarté, rappelle les anniversaires 90 et 15 jours avant et 23 jours après, et prévient 90, 60, 30 et 7 jours avant l’expiration d’un certificat.',
        ),
        paragraph(
          'Trois mois avant chaque anniversaire, une tâche demande de vérifier le rapport de qualifications à cette date. Elle reste ouverte jusqu’à ce que quelqu’un la marque comme terminée ; elle l’est alors pour tous ceux qui l’ont reçue.',
        ),
        list(
          'Dans [{noticeSettings.title}](page:notice-settings), chacun choisit ce qu’il reçoit aussi par e-mail : tout de suite, ou dans un résumé du jour ou de la semaine.',
          'Les administrateurs y choisissent quels rôles sont informés des affaires de l’entreprise.',
          'Les risques, les pertes, les rappels d’anniversaire et les commandes sont toujours envoyés. Tout autre e-mail porte un lien qui l’arrête.',
        ),
      ],
    },
  ],
  nextSteps: ['[Ouvrir l’adhésion](page:membership)', '[Suivre les compétences](page:competencies)'],
};
