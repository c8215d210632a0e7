/** Users report. */
export const usersReport = {
  'usersReport.title': 'Users report',
  'usersReport.tab': 'Report',
  'usersReport.export': 'Export the users report',
  'usersReport.contents':
    '{count, plural, =0 {No row} one {# row} other {# rows}}, {columns, plural, one {# column} other {# columns}}, on {day}',
  'usersReport.everybody': 'Everybody with an account, all columns',
  'usersReport.lead':
    'Who has access, with which roles, and which learning account each person has associated.',
  'usersReport.search': 'Find a name, an e-mail, an MCID',
  'usersReport.nothing': 'Nobody matches these filters.',
  'usersReport.noAccount': 'no Microsoft Learning account associated',
  'usersReport.account': 'MCID {mcid}, associated since {day}',
} as const;
