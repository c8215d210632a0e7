/** Le fichier du catalogue de Microsoft Learn, comparé aux règles d’un programme. */
export const learnCatalogue = {
  'learn.title': 'Catalogue de Microsoft Learn',
  'learn.open': 'Lire le catalogue de Microsoft Learn',
  'learn.lead':
    'Reprenez d’un fichier du catalogue de Microsoft Learn les titres, les retraits et les renouvellements des qualifications que {programme} nomme. La différence est montrée d’abord ; rien n’est gardé avant que vous n’en fassiez un projet.',
  'learn.where': 'Le fichier se télécharge à cette adresse :',
  'learn.file': 'Fichier du catalogue (JSON)',
  'learn.choose': 'Choisir un fichier',
  'learn.chosen': 'Fichier : {name}',
  'learn.take': 'À reprendre',
  'learn.take.title': 'Titres',
  'learn.take.retired': 'Retraits',
  'learn.take.validity': 'Renouvellements',
  'learn.reading': 'Comparaison avec les règles en vigueur…',
  'learn.failed': 'Le fichier n’a pas pu être comparé. Rien n’a été gardé. Réessayez dans un instant.',
  'learn.unreadable':
    'Ce fichier n’est pas un catalogue de Microsoft Learn. Il contient : {found}. Rien n’a été gardé. Téléchargez le fichier à l’adresse ci-dessus.',
  'learn.unreadable.nothing': 'rien de nommé',
  'learn.summary':
    '{read, plural, =0 {Aucune qualification lue} one {Une qualification lue} other {# qualifications lues}} ; {known, plural, =0 {le programme n’en nomme aucune} one {le programme en nomme une} other {le programme en nomme #}}.',
  'learn.changes': '{count, plural, =0 {Aucune différence} one {Une différence} other {# différences}}',
  'learn.changes.none': 'Le fichier ne dit rien que les règles ne disent déjà.',
  'learn.column.skill': 'Qualification',
  'learn.column.field': 'Ce qui change',
  'learn.column.before': 'Avant',
  'learn.column.after': 'Après',
  'learn.field.title': 'Titre',
  'learn.field.retired': 'Retrait',
  'learn.field.validity': 'Renouvellement',
  'learn.validity.roleBased': 'expire, selon la règle du programme',
  'learn.validity.none': 'n’expire pas',
  'learn.problems':
    '{count, plural, one {Un problème resterait à régler dans le projet} other {# problèmes resteraient à régler dans le projet}}',
  'learn.leftOut':
    '{count, plural, one {Une indication laissée de côté} other {# indications laissées de côté}}',
  'learn.leftOut.renewal':
    '{skill} : un renouvellement tous les {value} jours, que les règles du programme ne connaissent pas.',
  'learn.leftOut.twice': '{skill} : le fichier dit aussi {value}, dans une autre entrée ({uid}).',
  'learn.unknown':
    '{count, plural, one {Une qualification que le programme ne nomme pas, et qui n’est pas utilisée} other {# qualifications que le programme ne nomme pas, et qui ne sont pas utilisées}}',
  'learn.unknown.ambiguous': 'plusieurs qualifications portent ce titre',
  'learn.more': 'et {count, plural, one {une autre} other {# autres}}',
  'learn.notUnderstood':
    '{count, plural, one {Un passage du fichier n’a pas été compris} other {# passages du fichier n’ont pas été compris}}',
  'learn.draft': 'Faire un projet de ces différences',
  'learn.draft.nothing': 'Il n’y a aucune différence à garder.',
  'learn.draft.failed': 'Le projet n’a pas pu être fait. Rien n’a été gardé. Réessayez dans un instant.',
  'learn.draft.note': 'Catalogue de Microsoft Learn du {day}',
} as const;
