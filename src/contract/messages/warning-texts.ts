/**
 * What an answer remarks, in words: ICU messages by language and warning code. Remarks of one code are said once:
 * `{count}` is how many there are, `{competencies}` and `{levels}` list what they are about, `{things}` what was not
 * understood; days are given already printed in the language of the reader.
 */
import type { WarningCode } from '../../domain/evaluation/evaluation-result.ts';
import type { Locale } from '../common.ts';

export const WARNING_TEXTS: Readonly<Record<Locale, Readonly<Record<WarningCode, string>>>> = {
  fr: {
    'before-first-rules': 'Aucune règle n’est connue avant le {from} : il n’y a pas de réponse pour ce jour.',
    'outside-documented-era':
      'Règles documentées jusqu’au {until} ; au-delà, les dernières connues s’appliquent.',
    'rules-not-public':
      'Les règles d’avant le {until} ne sont pas publiques pour : {competencies}. Il n’y a pas de réponse pour elles ce jour-là.',
    'base-taken-as-there':
      'La base d’une croissance n’est pas déclarée ; elle est supposée atteinte pour : {competencies}.',
    'unknown-field':
      '{count, plural, one {Un champ des données n’est pas compris et n’est pas lu : {things}.} other {# champs des données ne sont pas compris et ne sont pas lus : {things}.}}',
    'unknown-skill':
      '{count, plural, one {# qualification reçue est inconnue du catalogue et ne compte pour aucune compétence.} other {# qualifications reçues sont inconnues du catalogue et ne comptent pour aucune compétence.}}',
    'sharing-limits-undecided':
      'Les mêmes personnes peuvent servir à tant de niveaux que le calcul s’est arrêté avant d’avoir tout départagé : ce qui n’est pas prouvé est « à déterminer ».',
    'shortfalls-may-be-greater':
      'Le nombre de personnes manquantes est un minimum : le calcul s’est arrêté avant de prouver qu’il suffit.',
    'departures-undecided':
      'Le nombre de départs supportés est un minimum pour : {levels}. Le calcul s’est arrêté avant d’avoir tout essayé.',
  },
  en: {
    'before-first-rules': 'No rules are known before {from}: there is no answer for this day.',
    'outside-documented-era': 'Rules are documented until {until}; after that the last known ones apply.',
    'rules-not-public':
      'The rules before {until} are not public for: {competencies}. There is no answer for them on that day.',
    'base-taken-as-there':
      'The base of a growth is not reported; it is taken as reached for: {competencies}.',
    'unknown-field':
      '{count, plural, one {A field of the data is not understood and not read: {things}.} other {# fields of the data are not understood and not read: {things}.}}',
    'unknown-skill':
      '{count, plural, one {# skill received is unknown to the catalogue and counts for no competency.} other {# skills received are unknown to the catalogue and count for no competency.}}',
    'sharing-limits-undecided':
      'The same people can serve so many levels that the calculation stopped before it had settled them all: what is not proved is “undetermined”.',
    'shortfalls-may-be-greater':
      'The number of people missing is a minimum: the calculation stopped before it had proved that it is enough.',
    'departures-undecided':
      'The number of departures survived is a minimum for: {levels}. The calculation stopped before it had tried everything.',
  },
};
