/** Le réseau en chiffres, pour l’opérateur et le support du programme. */
export const networkView = {
  'networkView.title': 'Réseau en chiffres',
  'networkView.lead':
    'Combien d’entreprises ont quel niveau dans quel état, quelles qualifications leur manquent le plus, et ce que les retraits annoncés leur coûteront. Chaque nombre mène à ses entreprises.',
  'networkView.counted':
    '{companies, plural, =0 {Aucune entreprise ne correspond} one {Une entreprise} other {# entreprises}}. Compté le {at}, après le dernier examen du réseau.',
  'networkView.none.title': 'Rien n’a encore été compté',
  'networkView.none':
    'Les entreprises sont examinées en arrière-plan, puis comptées. Cela commence de soi-même dès qu’une entreprise participe à un programme.',
  'networkView.market': 'Marché',
  'networkView.market.all': 'Tous les marchés',
  'networkView.market.developed': 'Développé',
  'networkView.market.developing': 'En développement',
  'networkView.market.none': 'Marché inconnu',
  'networkView.country': 'Pays',
  'networkView.country.all': 'Tous les pays',
  'networkView.country.none': 'Pays inconnu',
  'networkView.levels': 'Niveaux par état',
  'networkView.levels.lead':
    'Entreprises par compétence, niveau et état. Une entreprise qui a deux niveaux est comptée pour chacun.',
  'networkView.levels.none': 'Aucune de ces entreprises n’a commencé de niveau.',
  'networkView.column.competency': 'Compétence',
  'networkView.column.level': 'Niveau',
  'networkView.cell':
    '{count, plural, one {Une entreprise} other {# entreprises}} : {competency} {level}, {state}',
  'networkView.missing': 'Qualifications qui manquent le plus',
  'networkView.missing.lead':
    'Si une seule personne de plus avait cette qualification, et tout le reste étant inchangé, ces niveaux seraient atteints ou conservés. Sont comptés les niveaux pour lesquels quelqu’un a déjà une des qualifications demandées et qui ne sont pas tenus, ou qui vont se perdre avant l’anniversaire. Chaque qualification est essayée sur les données de l’entreprise ; quand plusieurs conviendraient, le niveau est compté pour chacune.',
  'networkView.missing.none': 'Aucun niveau ne dépend d’une seule qualification de plus.',
  'networkView.missing.more':
    '{count, plural, one {Une autre qualification déciderait} other {# autres qualifications décideraient}} de moins de niveaux.',
  'networkView.missing.notAll':
    '{count, plural, one {Dans une entreprise, trop grande pour cela, tout n’a pas été essayé} other {Dans # entreprises, trop grandes pour cela, tout n’a pas été essayé}} : il peut y avoir davantage de niveaux.',
  'networkView.column.skill': 'Qualification',
  'networkView.column.levels': 'Niveaux',
  'networkView.column.companies': 'Entreprises',
  'networkView.column.byLevel': 'Lesquels',
  'networkView.skill.companies': '{count, plural, one {Une entreprise} other {# entreprises}} : {skill}',
  'networkView.byLevel.more': 'et {count, plural, one {un autre niveau} other {# autres niveaux}}',
  'networkView.retirements': 'Retraits à venir',
  'networkView.retirements.lead':
    'Qualifications qui ne compteront plus d’ici deux ans, parce qu’elles sont retirées ou le seront. Les niveaux comptés ici sont ceux que ce seul retrait fait perdre, d’après ce qui est connu aujourd’hui. Celui qui est tenu par une adhésion l’est jusqu’à son anniversaire.',
  'networkView.retirements.none':
    'D’après les règles, toutes les qualifications comptent encore dans deux ans.',
  'networkView.retirements.harmless':
    '{others, select, yes {{count, plural, one {Un autre retrait ne coûte de niveau à personne} other {# autres retraits ne coûtent de niveau à personne}}} other {{count, plural, one {Un retrait, qui ne coûte de niveau à personne} other {# retraits, qui ne coûtent de niveau à personne}}}}.',
  'networkView.retirements.rehearse': 'Répéter d’autres dates de retrait dans un projet de règles',
  'networkView.column.retiredOn': 'Retrait',
  'networkView.column.through': 'Compte jusqu’au',
  'networkView.column.lost': 'Niveaux perdus',
  'networkView.sources': 'Retard des sources',
  'networkView.sources.lead': 'De l’obtention à la livraison, dans la dernière livraison de chaque source.',
  'networkView.sources.none': 'Aucune source ne livre d’elle-même.',
  'networkView.sources.all': 'État des sources',
  'networkView.level.lost': 'se perd le {day}',
  'networkView.level.unmet': 'exigences plus remplies',
  'networkView.level.anniversary': 'tenu jusqu’à l’anniversaire du {day}',
  'networkView.companies.title': 'Entreprises comptées',
  'networkView.companies.level': '{competency} {level} : {state}',
  'networkView.companies.missing': 'Il manque {skill}',
  'networkView.companies.retiring': 'Perdent un niveau au retrait de {skill}',
  'networkView.companies.ofLevel': '{heading}, pour {level}',
  'networkView.companies.count':
    '{count, plural, =0 {Aucune entreprise} one {Une entreprise} other {# entreprises}}',
  'networkView.companies.none': 'Aucune entreprise n’y est plus',
  'networkView.companies.none.next':
    'Les entreprises sont listées telles qu’elles sont à présent ; le nombre date du dernier comptage.',
  'networkView.companies.where': 'Marché et pays',
} as const;
