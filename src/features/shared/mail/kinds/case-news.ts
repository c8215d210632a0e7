import type { MailKind } from '../mail-text.ts';

/**
 * Something has happened in a case. Values: `name`; `event`: `asked` (a user asks the administrators to open one),
 * `opened`, `message` or `closed`; `number`; `person`: whom it concerns; `about`: `missing`, `merge` or `dispute`;
 * `until`: by when an answer is expected, or empty. What was written stays on the page: it may tell of skills.
 */
export const CASE_NEWS: MailKind = {
  name: 'case-news',
  words: {
    fr: {
      subject:
        '{event, select, asked {Demande d’ouverture d’un dossier pour {person}} opened {Dossier {number} ouvert} closed {Dossier {number} clos} other {Nouveau message dans le dossier {number}}}',
      paragraphs: [
        'Bonjour {name},',
        '{event, select, asked {{person} vous demande d’ouvrir un dossier auprès de l’assistance} opened {Un dossier a été ouvert pour {person}} closed {Le dossier de {person} est clos} other {Il y a une réponse dans le dossier de {person}}}{about, select, missing { : une qualification manque.} merge { : deux comptes d’apprentissage sont à fusionner.} other { : une qualification est contestée.}}',
        '{until, select, none {Il n’y a rien à faire.} other {Une réponse est attendue d’ici au {until}.}}',
      ],
      action: 'Ouvrir le dossier',
    },
    en: {
      subject:
        '{event, select, asked {A case is asked for about {person}} opened {Case {number} opened} closed {Case {number} closed} other {New message in case {number}}}',
      paragraphs: [
        'Hello {name},',
        '{event, select, asked {{person} asks you to open a case with support} opened {A case was opened about {person}} closed {The case about {person} is closed} other {There is an answer in the case about {person}}}{about, select, missing {: a skill is missing.} merge {: two learning accounts are to be merged.} other {: a skill is disputed.}}',
        '{until, select, none {There is nothing to do.} other {An answer is expected by {until}.}}',
      ],
      action: 'Open the case',
    },
  },
};
