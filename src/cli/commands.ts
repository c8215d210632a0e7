import type { Command } from './command.ts';
import type { CommandContext } from './jalon.ts';

/**
 * The commands of `jalon`, in the order in which they are listed. Each loads its own code when it runs:
 * `jalon evaluate` must not wait for a database driver it never uses.
 */
export function commandsOf(context: CommandContext): readonly Command[] {
  return [
    {
      name: 'serve',
      summary: 'start the server on its data folder',
      help: `
Opens the embedded database in ./data (or JALON_DATA, or the server of DATABASE_URL), brings it up to
date, loads the demo network into an empty embedded database (JALON_DEMO=0: not), and serves the pages
at http://localhost:3000 (PORT, HOST). While the database is empty it prints a link to the set-up page.
Stops cleanly on Ctrl C.`,
      run: async (args, io) => (await import('./serve-command.ts')).serveCommand(args, io, context, false),
    },
    {
      name: 'demo',
      summary: 'start the server with the demo network',
      help: `
Like serve, and loads the demo network wherever the database is empty, on a remote server too.
  --large   also makes Adatum, a company of 40,000 people`,
      run: async (args, io) => (await import('./serve-command.ts')).serveCommand(args, io, context, true),
    },
    {
      name: 'migrate',
      summary: 'bring the database up to date',
      help: `
Applies the migrations the database lacks, in order, each in one transaction; safe to stop and run again.
  --json   the names of the migrations applied, as JSON`,
      run: async (args, io) => (await import('./migrate-command.ts')).migrateCommand(args, io, context),
    },
    {
      name: 'backup',
      summary: 'write everything into one file, while servers go on',
      help: `
jalon backup FILE
Writes the whole database as it is at one moment, packed, with a check sum for each table, while servers go on. FILE must
not exist; - writes to stdout. Sessions and ready answers are left out. What is sealed in the database (keys of
authenticators, client secrets, mails on their way) can only be read with the key of the installation (JALON_SECRET, or
secret.key in the data folder), which is not in the file unless asked for:
  --with-key FILE   also the key, sealed with the passphrase in FILE (its first line, at least 12 characters)
  --out FILE        another way to name the file
  --json            what was written, as JSON (not with -)`,
      run: async (args, io) => (await import('./backup-command.ts')).backupCommand(args, io, context),
    },
    {
      name: 'restore',
      summary: 'fill an empty database from a backup',
      help: `
jalon restore FILE
Restores a file of jalon backup into the database of JALON_DATA or DATABASE_URL, which must be empty and without a running
server: all of it, or nothing when the file is damaged. A backup of an earlier version is brought up to date. - reads stdin.
  --with-key FILE   takes over the key of the installation, which the passphrase in FILE opens
  --check           reads the file from end to end and says what it holds; restores nothing, needs no database
  --json            what was restored, as JSON
Exits with 1 when the file or the database does not allow it.`,
      run: async (args, io) => (await import('./restore-command.ts')).restoreCommand(args, io, context),
    },
    {
      name: 'doctor',
      summary: 'examine the installation and prove that what is kept beside the facts says what they say',
      help: `
Looks at migrations, row-level security, pages, files, disk, clocks, queues and the key of the installation. Then holds the
packed evidence of every partner against its facts, and every audit trail against its hashes; names the first difference
of each partner. May run while the server runs, and changes nothing unless asked to repair.
  --repair   makes evidence that differs anew from the facts
  --json     what was found, as JSON
Exits with 1 when something is not in order and was not repaired; a warning is something to look at.`,
      run: async (args, io) => (await import('./doctor-command.ts')).doctorCommand(args, io, context),
    },
    {
      name: 'setup',
      summary: 'make the first partner, its administrator and the operator',
      help: `
On an empty database, while the server runs or not. Prints one-time links (24 hours, single use) by which
they set their passwords; the links lead to JALON_BASE_URL, else to where the server of the folder runs.
  --partner ID      id of the company: lower-case letters, digits and hyphens
  --name NAME       its name
  --admin EMAIL     work e-mail of its first global admin
  --operator EMAIL  work e-mail of the programme operator (optional)
  --country CODE    its country, two letters (optional)
  --market MARKET   developed or developing (optional)
  --mpn-id ID       its global id in the programme (optional)
  --json            the links as JSON`,
      run: async (args, io) => (await import('./setup-command.ts')).setupCommand(args, io, context),
    },
    {
      name: 'token create',
      summary: 'make an API token',
      help: `
Prints the token once; only its hash is kept. Programs send it as "Authorization: Bearer TOKEN".
  --partner ID --role ROLE   a token of one company with the rights of one role
  --operator                 a token of the programme operator
  --label TEXT               what it is for
  --json                     the token as JSON`,
      run: async (args, io) => (await import('./token-command.ts')).tokenCreateCommand(args, io, context),
    },
    {
      name: 'import',
      summary: 'read users, skill records or metrics from a file',
      help: `
jalon import KIND FILE --partner ID
KIND is users, skill-records, insights-trainings, ms-learn-transcript or metrics. The same file may be sent
twice without effect.
  --mapping M.json   { "columns": { "field": "header" }, "dates": "iso" | "dmy" | "mdy" }
  --dry-run          say what would happen and write nothing
  --log LOG.csv      the answer for every row (line, result, reason, field, value, id)
  --json             the outcome as JSON
Rejected rows are listed on stderr, and so is a file that holds nothing; exits with 1 when every row was
rejected.`,
      run: async (args, io) => (await import('./import-command.ts')).importCommand(args, io, context),
    },
    {
      name: 'report skills',
      summary: 'the skills report as a file',
      help: `
jalon report skills --partner ID
  --format FORMAT  xlsx, csv, tsv or json (csv)
  --lang fr|en     language of headers and texts (en)
  --programme ID   one of the partner's programmes (microsoft-competencies, else its first)
  --as-of DAY      valid on that day (today)
  --known-at TIME  as it was known by the end of that day or at that instant
  --out FILE       where to write (stdout)
Exits with 1 and writes no file when nobody has skills data.`,
      run: async (args, io) =>
        (await import('./report-skills-command.ts')).reportSkillsCommand(args, io, context),
    },
    {
      name: 'report users',
      summary: 'the users report as a file',
      help: `
jalon report users --partner ID
Everybody with a user account: roles, last sign-in, access to Partner University, learning account.
  --format FORMAT  xlsx, csv, tsv or json (csv)
  --lang fr|en     language of headers and texts (en)
  --as-of DAY      states and associations as on that day (today)
  --out FILE       where to write (stdout)`,
      run: async (args, io) =>
        (await import('./report-users-command.ts')).reportUsersCommand(args, io, context),
    },
    {
      name: 'report chase',
      summary: 'who should associate again in Partner Center',
      help: `
jalon report chase --partner ID
People whose account is associated in PMC and not in Partner Center, ranked by what is lost if they stay so:
levels, then skills that stop counting. Those without a relevant skill that is valid come last.
  --format FORMAT  xlsx, csv, tsv or json (csv)
  --lang fr|en     language of headers and texts (en)
  --programme ID   one of the partner's programmes (microsoft-competencies, else its first)
  --as-of DAY      as on that day (today)
  --known-at TIME  as it was known by the end of that day or at that instant
  --out FILE       where to write (stdout)`,
      run: async (args, io) =>
        (await import('./report-chase-command.ts')).reportChaseCommand(args, io, context),
    },
    {
      name: 'report dataset',
      summary: 'a data set in the shape of the vendor’s exports',
      help: `
jalon report dataset NAME --partner ID
NAME is TrainingCompletions, CompetencySummaryHistory or CompetencyPeformanceRequirement (as they were published).
  --format FORMAT  xlsx, csv, tsv or json (csv)
  --lang fr|en     language of names of competencies and metrics (en)
  --programme ID   one of the partner's programmes (microsoft-competencies, else its first)
  --as-of DAY      as on that day (today)
  --known-at TIME  as it was known by the end of that day or at that instant
  --out FILE       where to write (stdout)`,
      run: async (args, io) =>
        (await import('./report-dataset-command.ts')).reportDatasetCommand(args, io, context),
    },
    {
      name: 'evaluate',
      summary: 'evaluate facts files, without a database',
      help: `
jalon evaluate --facts FILE --as-of DAY
FILE is one JSON document or one a line (NDJSON); - reads stdin.
  --programme ID   programme (microsoft-competencies)
  --competency ID  only this competency
  --level ID       only this level
  --known-at TIME  as it was known by the end of that day or at that instant
  --explain        with requirements, seats, and why records do not count
  --json           as JSON, which it always is`,
      run: async (args, io) =>
        (await import('./evaluate-command.ts')).evaluateCommand(args, io, context.catalogueRoot()),
    },
    {
      name: 'risk',
      summary: 'what facts files show may be lost until a day',
      help: `
jalon risk --facts FILE --as-of DAY --until DAY
For each level that is met: the first day up to --until on which it no longer is, and why; how many departures
it survives, whoever leaves; who must not leave. FILE is as for evaluate.
  --programme ID   programme (microsoft-competencies)
  --known-at TIME  as it was known by the end of that day or at that instant`,
      run: async (args, io) =>
        (await import('./risk-command.ts')).riskCommand(args, io, context.catalogueRoot()),
    },
    {
      name: 'plan',
      summary: 'the cheapest training by which facts files meet levels',
      help: `
jalon plan --facts FILE --as-of DAY --targets TARGETS
Who should achieve what, so that all targets are met on the day given in TARGETS, at the least money and then the
least hours. FILE is as for evaluate; TARGETS is a JSON file:
  { "targets": [{ "competency": "data-platform", "level": "gold", "option": null }], "by": "2019-03-01",
    "survive": 1, "budget": null,
    "costs": { "default": { "money": 165, "hours": 40 }, "exam:70-764": { "money": 99, "hours": 20 },
               "renewal:cert:azure-administrator-associate": { "money": 0, "hours": 5 } },
    "people": { "p3": { "maxHours": 60, "exclude": false } } }
survive: the targets stay met whoever so many people leave. A skill without a cost of its own costs the default, and
nothing without one. A certificate that expires by the day is had again at the cost of its renewal.
  --programme ID         programme (microsoft-competencies)
  --time-limit SECONDS   then the best plan found, with what it may be dearer than the cheapest (5)
Exits with 1 when there is no plan; the answer then says which requirement cannot be met, and why.`,
      run: async (args, io) =>
        (await import('./plan-command.ts')).planCommand(args, io, context.catalogueRoot()),
    },
    {
      name: 'catalogue',
      summary: 'check and list the programme files',
      help: `
jalon catalogue check [DIR]   schema and worked examples of the delivered programmes, or of those in DIR
jalon catalogue list          programmes, competencies, options and levels
jalon catalogue impact --from DIR --to DIR   what two versions of programme files say otherwise
  --facts FILE|-       and which of these companies gain or lose which level by it, and on which days
  --as-of YYYY-MM-DD   the first day that is looked at; today when absent
  --until YYYY-MM-DD   the last one; when absent a year after the last day on which the change takes something away
  --json   as JSON
Exits with 1 when a check fails.`,
      run: async (args, io) =>
        (await import('./catalogue-command.ts')).catalogueCommand(
          args,
          io,
          context.catalogueRoot(),
          context.now,
        ),
    },
    {
      name: 'catalogue learn',
      summary: "what Microsoft Learn's catalogue says otherwise of a programme's skills",
      help: `
jalon catalogue learn FILE
Titles, retirements and renewals of the skills that the programme names, as FILE has them and the rules do not. FILE is what
https://learn.microsoft.com/api/catalog/?type=certifications,mergedCertifications,exams,appliedSkills&locale=en-us answers.
  --out DIR          writes the programme with exactly these differences into DIR, a new or an empty folder, to be looked at
                     with jalon catalogue check and jalon catalogue impact
  --catalogue DIR    the programme's own folder, or a folder of programmes; those delivered when absent
  --programme ID     which of these (microsoft-competencies)
  --take LIST        only these, parted by commas: title, retired, validity
  --lang fr|en       language of the differences (en)
  --json             as JSON, with the skills that the programme does not name
Exits with 1 when the files with the differences do not pass jalon catalogue check; they are written all the same.`,
      run: async (args, io) =>
        (await import('./catalogue-learn-command.ts')).catalogueLearnCommand(
          args,
          io,
          context.catalogueRoot(),
          context.now,
        ),
    },
  ];
}
