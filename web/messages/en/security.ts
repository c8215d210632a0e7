/** Signing in with a work account, a code or a passkey; security of the account. */
export const security = {
  'signIn.or': 'or',
  'signIn.passkey': 'Use a passkey',
  'signIn.passkey.refused': 'This passkey opens no account here. Sign in another way.',
  'signIn.passkey.aborted': 'The passkey was not used. Try again, or sign in another way.',
  'signIn.workAccount': 'Continue with {provider}',
  'signIn.workAccount.unreachable':
    'The identity provider does not answer. Try again in a moment, or sign in with your password.',
  'signIn.code.title': 'Second step',
  'signIn.code.text': 'Enter the six-digit code of your authenticator app, or a recovery code.',
  'signIn.code': 'Code, or recovery code',
  'signIn.code.submit': 'Continue',
  'signIn.code.back': 'Start again with another account',
  'signIn.code.wrong':
    'This code is wrong, out of date or was used before. Wait for the next one and try again.',
  'signIn.code.over': 'Time is up, or there were too many attempts. Start again with your password.',
  'workAccount.problem.unknown-round':
    'This answer of the identity provider is not expected here. Start signing in again.',
  'workAccount.problem.other-browser': 'Signing in was begun in another browser. Start again in this one.',
  'workAccount.problem.other-session': 'Somebody else was signed in when this was begun. Start again.',
  'workAccount.problem.round-over': 'The ten minutes are over, or the answer was used before. Start again.',
  'workAccount.problem.cancelled': 'You turned back. Nothing has changed.',
  'workAccount.problem.provider-refused':
    'The identity provider refused the request. Try again; if it goes on, tell your administrator.',
  'workAccount.problem.answer-not-valid':
    'The answer of the identity provider could not be verified. Start again; if it goes on, tell your administrator.',
  'workAccount.problem.provider-unreachable': 'The identity provider does not answer. Try again in a moment.',
  'workAccount.problem.personal-account':
    'This is a personal account. Jalon asks for the work account of your company: start again and choose it.',
  'workAccount.problem.other-directory':
    'This account is not in the directory of your company. Start again with your work account.',
  'workAccount.problem.not-invited':
    'This work account is linked to no user. Follow the link of your first sign-in e-mail, or sign in with your password and link the account under My profile. Otherwise ask your administrator.',
  'workAccount.problem.email-taken':
    'The address of this account is that of a user already, and an address alone opens no account. If it is you, sign in with your password and link the account under My profile; otherwise ask your administrator.',
  'workAccount.problem.email-not-verified':
    'The identity provider has not verified the e-mail address of this account. Verify it there, then start again.',
  'workAccount.problem.account-closed':
    'Your account in Jalon is disabled or closed. Ask your administrator.',
  'workAccount.problem.account-taken':
    'This work account is linked to another user already. Start again and choose your own.',
  'workAccount.problem.link-not-valid':
    'This link is no longer valid: it works only once. Ask your administrator for a new one.',
  'workAccount.problem.other-account':
    'This is not a work account that is linked to yours. Start again and choose the linked one.',
  'workAccount.problem.not-fresh':
    'The identity provider did not ask you to sign in anew. Confirm in another way.',
  'welcome.workAccount': 'Without another password: use the account of your company.',
  'security.title': 'Security',
  'security.lead': 'How you sign in, and where your account is open.',
  'security.open': 'Sign-in and security',
  'security.never': 'never used',
  'security.lastUsed': 'last used on {at}',
  'security.added': 'Added on {at}',
  'security.remove': 'Remove',
  'security.cancel': 'Cancel',
  'security.done': 'Done',
  'security.failed': 'That did not work; nothing has changed. Try again (code “{code}”).',
  'security.lastWayIn': 'This is your only way to sign in. Add a passkey or a work account first.',
  'security.password': 'Password',
  'security.password.on': 'Changing it ends all your other sessions.',
  'security.password.off':
    'You sign in without a password. Should you want one, your administrator can send you a link.',
  'security.password.keep': 'Change nothing',
  'security.app': 'Authenticator app',
  'security.app.off': 'Add a six-digit code, valid for half a minute, after your password.',
  'security.app.on':
    'On since {since}. {left, plural, =0 {No recovery code is left.} one {One recovery code is left.} other {# recovery codes are left.}}',
  'security.app.add': 'Set up',
  'security.app.remove': 'Turn off',
  'security.app.remove.text':
    'Your password will be enough to sign in again, and the recovery codes will be worth nothing.',
  'security.app.scan': 'Scan this with your app, then enter the code that it shows.',
  'security.app.qr': 'QR code of the key for the app',
  'security.app.key': 'Without a camera, type this key:',
  'security.app.openHere': 'Open in the app of this device',
  'security.app.code': 'Six-digit code',
  'security.app.confirm': 'Turn on',
  'security.app.wrong': 'This code is wrong or out of date. Enter the one that is shown now.',
  'security.codes': 'Recovery codes',
  'security.codes.text':
    'Keep them in a safe place: they will not be shown again. Each replaces the code of the app once.',
  'security.codes.renew': 'New recovery codes',
  'security.codes.renew.text': 'The present recovery codes will be worth nothing.',
  'security.codes.copy': 'Copy',
  'security.codes.copied': 'Copied',
  'security.passkeys': 'Passkeys',
  'security.passkeys.none':
    'None. A passkey signs you in by the fingerprint, face or PIN of your device, without a password.',
  'security.passkeys.add': 'Add a passkey',
  'security.passkeys.name': 'Name of the passkey',
  'security.passkeys.name.hint': 'For instance: phone, office computer.',
  'security.passkeys.create': 'Create the passkey',
  'security.passkeys.refused': 'The passkey was not created. Try again on this device, or with another one.',
  'security.passkeys.remove.text': '“{name}” will no longer sign you in.',
  'security.passkeys.unsupported': 'This browser knows no passkeys.',
  'security.accounts': 'Work accounts',
  'security.accounts.none':
    'None is linked. Link the account that you use elsewhere in your company to sign in without another password.',
  'security.accounts.add': 'Link an account of {provider}',
  'security.accounts.unavailable': 'No identity provider is set up for your company.',
  'security.accounts.unnamed': 'Account without a name',
  'security.accounts.remove.text': 'The account “{name}” will no longer sign you in.',
  'security.sessions': 'Open sessions',
  'security.sessions.current': 'This session',
  'security.sessions.text': 'Since {since}, used on {last}, address {address}',
  'security.sessions.end': 'End',
  'security.sessions.endOthers': 'End all others',
  'security.sessions.unknownBrowser': 'Unknown browser',
  'security.sessions.unknownAddress': 'unknown',
  'security.method.password': 'password',
  'security.method.password-and-code': 'password and code',
  'security.method.passkey': 'passkey',
  'security.method.work-account': 'work account',
  'security.method.link': 'link from an e-mail',
  'confirm.title': 'Confirm that it is you',
  'confirm.text':
    'This change concerns the protection of your account, and you signed in more than ten minutes ago.',
  'confirm.password': 'Password',
  'confirm.code': 'Code of the app, or recovery code',
  'confirm.submit': 'Confirm',
  'confirm.passkey': 'Confirm with a passkey',
  'confirm.workAccount': 'Confirm with {provider}',
  'confirm.failed': 'That did not show that it is you. Check what you entered and try again.',
} as const;
