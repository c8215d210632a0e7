import type { MailKind } from '../mail-text.ts';

/** A regular report that could not be made, or that has ended. Values: `name`, `report`, `what` (`failed` or `ended`). */
export const SCHEDULED_REPORT_STOPPED: MailKind = {
  name: 'scheduled-report-stopped',
  words: {
    fr: {
      subject:
        '{what, select, ended {{company} : vous ne recevez plus « {report} »} other {{company} : « {report} » n’a pas pu être établi}}',
      paragraphs: [
        'Bonjour {name},',
        '{what, select, ended {Votre rôle ne permet plus de lire « {report} » : cet envoi régulier a pris fin, et ses fichiers ont été supprimés.} other {Votre rapport régulier « {report} » n’a pas pu être établi cette fois. Il le sera de nouveau à la prochaine période ; d’ici là vous pouvez le télécharger vous-même.}}',
      ],
      action: '{what, select, ended {Ouvrir Jalon} other {Ouvrir les rapports réguliers}}',
      notes: [],
    },
    en: {
      subject:
        '{what, select, ended {{company}: you no longer receive “{report}”} other {{company}: “{report}” could not be made}}',
      paragraphs: [
        'Hello {name},',
        '{what, select, ended {Your role no longer allows you to read “{report}”: this regular report has ended, and its files were deleted.} other {Your regular report “{report}” could not be made this time. It will be tried again in the next period; until then you can download it yourself.}}',
      ],
      action: '{what, select, ended {Open Jalon} other {Open the regular reports}}',
      notes: [],
    },
  },
};
