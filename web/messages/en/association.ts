import type { association as french } from '../fr/association.ts';

export const association: Record<keyof typeof french, string> = {
  'learning.exams': 'Microsoft exams and certifications',
  'learning.training': 'Microsoft training and assessments',
  'learning.exams.account': 'Microsoft Learning',
  'learning.training.account': 'Partner University',
  'learning.associated': 'Account associated',
  'learning.onlyPmc': 'Associated in PMC only',
  'learning.notAssociated': 'No account associated',
  'learning.since': 'Associated since',
  'learning.since.text': '{day} {via}',
  'learning.mcid': 'MCID',
  'learning.accountId': 'Account id',
  'learning.email': 'Account e-mail',
  'learning.email.unknown': 'Not told by the account',
  'learning.email.other':
    '{email} is not your work e-mail {work}. Both are accepted: skills follow the account, not the address.',
  'learning.email.contacts': 'If this is not what you meant, speak to:',
  'learning.exam.email':
    'Before an exam: register with {email}. The result will be matched to this address, that of account {account}.',
  'learning.exam.account':
    'Before an exam: register with account {account}. The result will be matched to its address, which the provider does not tell us.',
  'learning.exam.none':
    'Before an exam: associate the account with which you will register. The result will be matched to the address of that account, not to {work}.',
  'learning.delay.text':
    'The provider sends news within {hours} hours; they appear here as soon as they arrive.',
  'learning.next': 'Next possible change',
  'learning.next.now': 'From today',
  'learning.next.on': 'On {day}',
  'learning.pmc':
    'This association comes from PMC. {until, select, none {Associate the account here: it stops counting six months after your company moves.} over {It counted until {day} only: associate the account here.} other {Associate the account here: alone it counts until {day}.}}',
  'learning.associate': 'Associate',
  'learning.dissociate': 'Dissociate',
  'learning.elsewhen': 'Go back to today to associate or dissociate an account.',
  'learning.history': 'History of associations',
  'learning.history.one': '{provider} {account}, from {from} to {until}, {via}',
  'associate.title': 'Associate a learning account',
  'associate.lead':
    'Your skills come with the account you use for exams and training. Associate it with {company} so that they count.',
  'associate.nothingOpen': 'Both of your accounts are associated already',
  'associate.nothingOpen.text':
    'There is nothing else to do. To associate another account instead, first dissociate the present one in your profile.',
  'associate.which': 'Which account?',
  'associate.which.done': '{purpose} (associated already)',
  'associate.both': 'The same account for both',
  'associate.consent': 'What your company will see',
  'associate.consent.list':
    'Administrators of {company} will see the id and the e-mail of this account, and your skills with the days on which you earned them and on which they expire. They see neither your password nor anything else of yours.',
  'associate.consent.end':
    'You alone can associate or dissociate this account. An account is associated with one company at a time, at most three times in 365 days, with 30 days between two associations.',
  'associate.email':
    'The e-mail of this account may differ from your work e-mail ({email}): that is common and does no harm.',
  'associate.go': 'I agree, continue to {provider}',
  'associate.go.hint':
    'Sign in there with the account that you want to associate. You confirm here afterwards.',
  'associate.unavailable':
    'Signing in to learning accounts is not set up here. Ask whoever runs this installation.',
  'associate.failed': 'The association could not begin ({code}). Nothing has changed; try again.',
  'associate.back': 'Back to my profile',
  'associate.confirm.title': 'Confirm the association',
  'associate.confirm.lead': 'Check what was found. Nothing is associated before you confirm.',
  'associate.confirm.found': 'Account found',
  'associate.confirm.name': 'Name of the account',
  'associate.confirm.work': 'Your work e-mail',
  'associate.confirm.sameEmail': 'The account has the same address as your work account.',
  'associate.confirm.otherEmail':
    'The account has another address than your work account. Check that it is yours; the association works with two different addresses.',
  'associate.confirm.unverified': 'The provider has not verified this address: it will not be kept.',
  'associate.confirm.skills':
    '{count, plural, =0 {No skill is known for this account yet.} one {1 skill is known for this account:} other {# skills are known for this account:}}',
  'associate.confirm.more': '{count, plural, one {and 1 more} other {and # more}}',
  'associate.confirm.effect': 'What will happen',
  'associate.confirm.begins': 'The account is associated with {company} from now on, for: {purposes}.',
  'associate.confirm.ends':
    'Your association with {company} ({purpose}) ends at that moment. What you hold stops counting there.',
  'associate.confirm.endsHere':
    'This account is associated with another user of {company} ({purpose}): that association ends at that moment.',
  'associate.confirm.next': 'Next possible change of this account: {day}.',
  'associate.confirm.yes': 'Associate this account',
  'associate.confirm.no': 'Do not associate',
  'associate.confirm.failed': 'The account was not associated ({code}). Nothing has changed.',
  'associate.over.title': 'This step is over',
  'associate.over':
    'An account that was shown is kept for a quarter of an hour only, until you answer or until another one is shown, in another tab for instance. Your profile says what is associated; begin again from there if need be.',
  'associate.refused.too-soon':
    '{purpose}: there are 30 days between two associations of an account. Possible from {day}.',
  'associate.refused.too-many':
    '{purpose}: this account has been associated three times in 365 days. Possible from {day}.',
  'associate.refused.already-associated': '{purpose}: this account is already associated with your profile.',
  'associate.refused.other-account':
    '{purpose}: the account {account} is already associated with your profile. Dissociate it first.',
  'associate.refused.merge-proposed':
    '{purpose}: this transcript is of another account than {account}, which is associated with your profile. What it says is kept, and merging the two accounts is proposed to support. Your association stays; there is nothing for you to do again.',
  'associate.refused.merged-account':
    '{purpose}: this account is merged into the account {account}, which is associated with your profile. Its skills count already.',
  'associate.refused.user-left': '{purpose}: you are no longer with the company.',
  'associate.done': 'Account associated. Its skills count as soon as they are received.',
  'dissociate.title': 'Dissociate this account?',
  'dissociate.loading': 'Working out the effect',
  'dissociate.skills':
    '{count, plural, =0 {Nothing stops counting for {company} today.} one {1 skill stops counting for {company} today.} other {# skills stop counting for {company} today.}}',
  'ending.kept.pmc':
    '{count, plural, one {1 skill of this account still counts} other {# skills of this account still count}} by the association made in PMC{day, select, none {.} other {, until {day}. After that day nothing of this account counts unless it is associated in Partner Center again.}}',
  'ending.kept.partnerCenter':
    '{count, plural, one {1 skill of this account still counts} other {# skills of this account still count}} by the association made in Partner Center.',
  'ending.kept.otherAccount':
    '{count, plural, one {1 skill of this account still counts} other {# skills of this account still count}} by another associated account, which has it too.',
  'ending.none.noSkillKnown': 'No skill is known for this account yet.',
  'ending.none.noneCounts':
    'The skills of this account did not count before either; the reason stands beside each one in the profile.',
  'ending.none.personLeft': 'The skills of this account have not counted since the person left.',
  'dissociate.lost': '{company} loses {competency} ({level}).',
  'dissociate.next': 'You can associate this account again on {day}.',
  'dissociate.nextNow': 'You can associate this account again from today.',
  'dissociate.history': 'The history stays visible here.',
  'dissociate.yes': 'Dissociate',
  'dissociate.no': 'Keep the account',
  'dissociate.done': 'Account dissociated.',
  'dissociate.failed': 'The account was not dissociated ({code}). Nothing has changed; try again.',
  'association.problem.not-fresh':
    'Too much time has passed since you signed in. Nothing was associated; begin again.',
  'association.problem.not-the-owner':
    'The account with which you signed in is not that of this transcript. Nothing was associated; sign in with the right account, or show your own transcript.',
  'association.problem.other':
    'The learning account could not be verified ({code}). Nothing was associated; begin again.',
  'association.problem.cancelled': 'You came back without choosing an account. Nothing was associated.',
  'association.problem.other-session':
    'This is not the session in which the association was begun. Nothing was associated; begin again.',
  'association.problem.not-yours':
    'This address was used already, or does not come from an association begun in this browser. Nothing was added. If somebody sent it to you, do not use it; to associate your account, begin here.',
  'association.problem.round-over':
    'This step was used already, or took longer than ten minutes. Nothing was added; begin again if the account is not below.',
  'association.problem.unreachable':
    'The provider of the learning account does not answer. Nothing was associated; try again later.',
  'transcript.title': 'Or by the share link of your transcript',
  'transcript.text':
    'On Microsoft Learn, share your transcript with your contact e-mail and paste the link here. To check that it is yours, a code is sent to that address, or you sign in with the account.',
  'transcript.link': 'Share link',
  'transcript.go': 'Show this transcript',
  'transcript.problem.not-a-share-link':
    'This is not the share link of a Microsoft Learn transcript. Copy it from your Microsoft Learn profile.',
  'transcript.problem.not-shared': 'No transcript is shared under this link. Check that it is still active.',
  'transcript.problem.without-account': 'This transcript names no MCID: there is nothing to associate.',
  'transcript.problem.without-email':
    'This transcript names no contact e-mail. Add it to what you share, or sign in with the account.',
  'transcript.problem.unreachable': 'Microsoft Learn does not answer. Nothing has changed; try again later.',
  'transcript.problem.too-many': 'Too many codes were asked for. Wait an hour.',
  'transcript.signIn.title': 'Or sign in with this account',
  'transcript.signIn.only': 'Sign in with this account',
  'transcript.signIn.text':
    'Sign in with the learning account of this transcript (MCID {account}): if it is the same, no code is needed.',
  'transcript.signIn.go': 'Sign in with this account',
  'transcript.code.title': 'Verification code',
  'transcript.code.text': 'A code of six figures was sent to {email}. It works for a quarter of an hour.',
  'transcript.code': 'Six-figure code',
  'transcript.code.go': 'Check',
  'transcript.code.again': 'Begin again',
  'transcript.code.wrong': 'This code is wrong. Check the six figures; five tries are possible.',
  'transcript.code.spent': 'Too many wrong codes. Begin again to receive another one.',
};
