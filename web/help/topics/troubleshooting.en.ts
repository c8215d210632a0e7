import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const troubleshootingEn: HelpTopic = {
  title: 'When skills are missing',
  summary:
    'A person without skills, an empty report, an association without effect: what is checked, who can mend it, when to turn to support.',
  keywords: [
    'diagnosis',
    'troubleshoot',
    'missing',
    'error',
    'empty report',
    'merge',
    'MCP',
    'delay',
    '72 hours',
  ],
  appliesTo: 'Everybody who misses a skill, and administrators',
  sections: [
    {
      anchor: 'diagnosis',
      title: 'Begin with the diagnosis',
      blocks: [
        paragraph(
          'The [{diagnosis.title}](page:diagnosis) checks every known cause at once. Each line says what was found and who can mend it, and leads to the page where that is done. What is in order stands there too.',
        ),
        steps(
          'For yourself, open it from [{nav.profile}](page:profile). An administrator opens it from a person’s record in [{nav.users}](page:users), or from a row of the report that does not count.',
          'If one skill is missing, give its code or its title, and the day on which it was achieved.',
          'Mend what is marked {diagnosis.state.found}. What is marked {diagnosis.state.waiting} is only a matter of time.',
        ),
        note(
          'Whoever may not read the skills report does not see what is said of another person’s skills: those lines are marked {diagnosis.state.hidden}.',
        ),
      ],
    },
    {
      anchor: 'no-skills-of-user',
      title: 'Why are a person’s skills not shown?',
      blocks: [
        paragraph('The report shows nothing of a person in one of these cases:'),
        list(
          'There is no skill yet that a competency asks for. Others stand in [{nav.profile}](page:profile) alone.',
          'The learning account is not associated, or it is associated with another company.',
          'The skills are on a second account, which is not the one in the column {report.column.mcid}.',
        ),
        paragraph(
          'In the last case both accounts have to be merged: the one of the transcript into the one that the report shows. The person need not associate anything again. The diagnosis names both accounts and who looks after the merge; the result may take a day.',
        ),
        paragraph(
          'When the associated account was itself merged into another one, the person ends its association in [{nav.profile}](page:profile) and associates the one that survives.',
        ),
      ],
    },
    {
      anchor: 'no-skills-data',
      title: 'Why is the download of the report refused?',
      blocks: [
        paragraph(
          'When nobody has skills there is no file to make: {download.empty} Two causes are frequent.',
        ),
        list(
          'The company was created here, and nobody has associated a learning account yet.',
          'The company comes from PMC, and nobody had associated an account there before the move.',
        ),
        paragraph(
          'The diagnosis of the company says which one applies, who has associated nothing, and whether a source still has time to tell. Then ask people to [associate their accounts](link-learning-account).',
        ),
      ],
    },
    {
      anchor: 'associated-not-seen',
      title: 'Somebody has associated an account, but I see nothing in the report',
      blocks: [
        steps(
          'Check that the association was made here: PMC alone is enough only [for a time](pmc-users#window).',
          'Check that a competency asks for the skill: the [{nav.requirements}](page:requirements) name it.',
          'Wait for the delay of the source, often three days after the association or the exam. The diagnosis gives the date and the hour.',
          'After that, [open a case](support-cases): the diagnosis leads there, and it is off until the delay is over.',
        ),
        paragraph('Have at hand what support will ask for:'),
        list(
          'the users report: {usersReport.export} in [{nav.users}](page:users-report); or the person’s profile: {profile.send} in [{nav.profile}](page:profile);',
          'the [{nav.skillsReport}](page:skills-report) of the day;',
          'the proof: the official transcript or the certificate of completion.',
        ),
        note(
          'Only the sources that the programme recognises count. A certificate from another source stays visible to the person and never counts.',
        ),
      ],
    },
    {
      anchor: 'delays',
      title: 'How long to wait',
      blocks: [
        paragraph(
          'Each source has its delay for a new association, a new skill and a merge. The programme operator sets it in [{sourceDelays.title}](page:source-delays); the diagnosis makes a date and an hour of it.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[Open the diagnosis](page:diagnosis)',
    '[Associate a learning account](link-learning-account)',
    '[Understand the reasons in the report](skills-report#reasons)',
  ],
};
