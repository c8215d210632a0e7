/** Adding, changing, leaving; first sign-in, password. */
export const people = {
  'people.add': 'Add a user',
  'people.add.lead':
    'The person is sent a link by e-mail, in his or her language, to choose a password. You are also given a temporary password, shown once.',
  'people.add.submit': 'Add',
  'people.add.another': 'Add another person',
  'people.add.done': '{name} has been added',
  'people.add.back': 'Back to the users',
  'people.file.lead':
    'The file is checked first, row by row; nothing is written before you apply it. Its log then tells what became of each row and gives, once only, the temporary passwords.',
  'people.file.columns': 'What the file holds',
  'people.file.required': 'required',
  'people.file.workEmail': 'required; it is also the user name',
  'people.file.roles': 'optional, separated by commas: {roles}',
  'people.file.locale': 'optional: French or English',
  'people.file.technical': 'optional: yes or no',
  'people.file.empty': 'Download an empty file',
  'people.file.emptyName': 'users.csv',
  'people.field.firstName': 'First name',
  'people.field.lastName': 'Last name',
  'people.field.workEmail': 'Work e-mail',
  'people.field.workEmail.hint': 'It is also the user name.',
  'people.field.locale': 'Language',
  'people.field.location': 'Location',
  'people.field.location.none': 'None',
  'people.field.technical': 'Technical user',
  'people.field.employedFrom': 'First day in the company',
  'people.field.employedFrom.hint': 'Skills count from that day on.',
  'people.roles': 'Roles',
  'people.roles.hint':
    'Without a role a person sees his or her profile and the competency requirements. You can give only roles that you hold; a global admin can give them all.',
  'people.roles.everywhere': 'The whole company',
  'people.roles.scope': 'Scope of the role {role}',
  'people.missing': 'Give a value.',
  'people.badEmail': 'Give a complete address, such as name@company.example.',
  'people.problem.emailTaken': 'This address already belongs to a user.',
  'people.problem.emailOwn':
    'This address already belongs to a user of your company, who may have left: find the user in the list and enable the account, or give another address.',
  'people.problem.roleNotAllowed':
    'This person holds, or would be given, a role that you do not hold. Ask a global admin.',
  'people.problem.outsideLocation': 'Your role covers only the people of another location.',
  'people.problem.roleWithoutLocation':
    'This role is for the whole company and cannot be limited to a location.',
  'people.problem.lastAdmin':
    'This is the last active global admin: make somebody else one first, otherwise nobody could manage users any more.',
  'people.problem.leavesBeforeStart': 'This day is before the first day in the company.',
  'people.problem.userNotActive': 'The account is disabled or the person has left: enable it first.',
  'people.problem.passwordChosen': 'The person has chosen a password already: reset it instead.',
  'people.problem.changedMeanwhile':
    'Somebody has changed this person meanwhile. What you see is now up to date; make your change again.',
  'people.problem.other': 'This did not work ({code}). Nothing was changed. Try again.',
  'people.edit': 'Edit',
  'people.edit.save': 'Save',
  'people.edit.renames':
    'The user name changes; history and associations stay. Links that were already sent no longer work.',
  'people.own.disable':
    'This is your own account: you are signed out at once, and only another administrator can let you back in.',
  'people.own.leave':
    'This is your own account: from that day on you cannot sign in, and only another administrator can let you back in.',
  'people.own.delete':
    'This is your own account: you are signed out at once, and nobody can give it back to you.',
  'people.own.demote':
    'You are taking a role from yourself: only somebody who holds it, or a global admin, can give it back.',
  'people.own.saveAnyway': 'Save anyway',
  'people.cancel': 'Cancel',
  'people.actions': 'Account',
  'people.disable': 'Disable',
  'people.disable.title': 'Disable the account of {name}?',
  'people.disable.text':
    'Sign-in ends at once, and the skills of this person do not count while the account is disabled.',
  'people.enable': 'Enable',
  'people.return': 'Bring back',
  'people.leave': 'Leaving…',
  'people.leave.title': '{name} leaves',
  'people.leave.text':
    'From this day on the person cannot sign in and his or her skills no longer count. History stays.',
  'people.leave.on': 'First day without the person',
  'people.leave.submit': 'Record the departure',
  'people.leave.planned': 'Leaves on',
  'people.leave.cancel': 'Take the planned departure back',
  'people.delete': 'Delete…',
  'people.delete.title': 'Delete {name}?',
  'people.delete.text':
    'Name and address are erased for good, and associations end. The facts stay, under a pseudonym. For somebody who leaves the company record the departure instead.',
  'people.delete.submit': 'Delete for good',
  'people.reset': 'Reset the password',
  'people.reset.title': 'Reset the password of {name}?',
  'people.reset.text':
    'The present password stops working and all sessions end. You are given a temporary password, shown once.',
  'people.send': 'Send the first sign-in link again',
  'people.sent':
    '{mail, select, queued {The link is on its way by e-mail. The one before no longer works.} noAddress {This person has no e-mail address: reset the password and hand over the one that you are given.} other {No mail server is set up: reset the person’s password and hand over the one that you are given.}}',
  'people.associations': 'Associations left open',
  'people.associations.text':
    'This person left without dissociating the account. He or she no longer counts; ending the association frees the account.',
  'people.association.end': 'End the association',
  'people.association.end.title': 'End the association of {account}?',
  'people.association.end.text':
    'This account of {name} will no longer be associated with your company. It cannot be undone: only the person can associate again.',
  'people.association.skills':
    '{count, plural, =0 {Nothing stops counting today.} one {# skill stops counting.} other {# skills stop counting.}}',
  'people.association.freeNow': 'The account can be associated again from today.',
  'people.association.freeOn': 'The account can be associated again on {day}.',
  'people.association.history': 'The history stays, with the day of the end.',
  'people.effect': 'Effect on {day}',
  'people.effect.loading': 'Working out the effect…',
  'people.effect.skills':
    '{count, plural, =0 {No skill of this person counts on that day.} one {# skill stops counting.} other {# skills stop counting.}}',
  'people.effect.associationsEnd':
    '{count, plural, one {The account association ends.} other {The # account associations end.}}',
  'people.effect.associationsStay':
    '{count, plural, one {The account association stays, without counting.} other {The # account associations stay, without counting.}}',
  'people.effect.none': 'No level is lost.',
  'people.effect.lost': '{competency}: {before} is lost.',
  'people.effect.lowered': '{competency}: {before} becomes {after}.',
  'people.effect.failed': 'The effect could not be worked out.',
  'people.firstSignIn': 'First sign-in',
  'people.firstSignIn.once': 'This password is shown here only, once.',
  'people.firstSignIn.userName': 'User name',
  'people.firstSignIn.password': 'Temporary password',
  'people.firstSignIn.expires': 'Valid until',
  'people.firstSignIn.mail': 'Link by e-mail',
  'people.firstSignIn.mailState':
    '{mail, select, queued {The link is on its way} noAddress {Not sent: this person has no e-mail address} other {Not sent: no mail server is set up}}',
  'people.firstSignIn.copy': 'Copy the password',
  'people.firstSignIn.copied': 'Copied',
  'people.firstSignIn.log': 'Download the log',
  'people.firstSignIn.logName': 'first-sign-in.csv',
  'people.waiting': 'Has not chosen a password yet.',
  'people.disabledOn': 'Disabled on',
  'signInSettings.title': 'Sign-in',
  'signInSettings.lead': 'What the company decides about how its users sign in.',
  'signInSettings.reset': 'People reset their own password',
  'signInSettings.reset.hint':
    'From the sign-in page everybody can ask for a link by e-mail to choose a new password. The link works for one hour, once.',
  'signInSettings.noMail': 'No mail server is set up: links will not be sent as long as SMTP_URL is not set.',
  'signInSettings.failed': 'The change was not saved. Try again.',
  'password.tooLong': 'This password is too long.',
  'password.tooCommon': 'This password is too common. A sentence of several words does very well.',
  'password.tellsWho': 'This password contains your name or address: add other words.',
  'password.sameAsBefore': 'This is the password that is to be replaced: choose another one.',
  'password.wrongCurrent': 'The present password is wrong.',
  'password.current': 'Present password',
  'password.change': 'Change password',
  'password.choose.title': 'Choose your password',
  'password.choose.text': 'You came in with a temporary password. Choose your own to go on.',
  'password.reset.title': 'New password',
  'password.forgotten': 'Forgotten password?',
  'password.forgotten.title': 'Forgotten password',
  'password.forgotten.text':
    'Give your work e-mail. If your company allows it, you are sent a link to choose a new password.',
  'password.forgotten.submit': 'Send me a link',
  'password.forgotten.done':
    'If this address is known and your company allows it, a link is on its way. It works for one hour. If it does not arrive, turn to your administrator.',
  'password.forgotten.back': 'Back to sign-in',
};
