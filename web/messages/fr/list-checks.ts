/** Vérification de la liste : la personne dit si ce qui est connu d’elle est exact. */
export const listChecks = {
  'listCheck.ask': 'Demander de vérifier',
  'listCheck.askMany': '{count, plural, one {Demander de vérifier} other {Demander de vérifier (#)}}',
  'listCheck.ask.title': 'Demander de vérifier les qualifications',
  'listCheck.ask.effect':
    '{count, plural, one {Cette personne reçoit} other {Ces # personnes reçoivent chacune}} dans sa langue un e-mail qui demande de dire, pour chaque qualification connue, si elle est exacte. Qui est parti ou désactivé n’en reçoit pas ; les autres, au plus un par mois.',
  'listCheck.asked': 'On vous demande de vérifier votre liste',
  'listCheck.askedText':
    'Demandé le {day}. Dites pour chaque qualification si elle est exacte : il en reste {left}.',
  'listCheck.confirmAll': 'Tout confirmer',
  'listCheck.confirm': 'Exacte',
  'listCheck.dispute': 'Inexacte',
  'listCheck.about': '{verdict} : {skill}',
  'listCheck.confirmedOn': 'Confirmée le {day}',
  'listCheck.disputedOn': 'Contestée le {day}',
  'listCheck.sayWhat': 'Dire ce qui est inexact',
  'listCheck.failed': 'Votre réponse n’a pas été enregistrée. Réessayez.',
};
