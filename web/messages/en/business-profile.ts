/** Business profile. */
export const businessProfile = {
  'businessProfile.title': 'Business profile',
  'businessProfile.lead':
    'What your customers see of your company: a public page, a place in the directory, your competencies with a credential that can be verified.',
  'businessProfile.published': 'Published',
  'businessProfile.published.since': 'Published since {day}. Your customers find you at this address:',
  'businessProfile.published.suspended':
    'You have published it. While it is suspended nobody sees it but you and the operator.',
  'businessProfile.draft': 'Not published',
  'businessProfile.draft.text':
    'Nobody outside your company sees it. Write a line, look at the preview, then publish.',
  'businessProfile.publish': 'Publish',
  'businessProfile.publish.effect':
    'The page, the directory and search engines will show your company, its locations and the competencies beside.',
  'businessProfile.withdraw': 'Withdraw',
  'businessProfile.withdraw.effect':
    'The page and the entry of the directory disappear at once; your credentials are declared revoked. Your texts are kept.',
  'businessProfile.suspended': 'Suspended by the operator of the programme',
  'businessProfile.suspended.since': 'Since {day} nobody can see this profile. The reason:',
  'businessProfile.suspended.next':
    'What you wrote is kept. Correct it, then answer the operator: nobody else can let it be seen again.',
  'businessProfile.suspend': 'Suspend the profile',
  'businessProfile.suspend.effect':
    'The page and the entry in the directory disappear at once, and the credentials are declared revoked. The company is told by e-mail and cannot publish again by itself.',
  'businessProfile.suspend.reason': 'Reason',
  'businessProfile.suspend.hint': 'The company reads it as you write it.',
  'businessProfile.suspend.look': 'See the page of the profile',
  'businessProfile.suspend.nothing': 'The company has saved nothing yet.',
  'businessProfile.suspend.failed': 'Nothing was changed. Try again.',
  'businessProfile.release': 'Let it be seen again',
  'businessProfile.preview': 'See the preview',
  'businessProfile.open': 'Open the public page',
  'businessProfile.unsaved': 'The preview shows what is saved.',
  'businessProfile.whatYouDo': 'What the company does',
  'businessProfile.headline.fr': 'In one line, in French',
  'businessProfile.headline.en': 'In one line, in English',
  'businessProfile.description.fr': 'Presentation, in French',
  'businessProfile.description.en': 'Presentation, in English',
  'businessProfile.either':
    'Where one language is missing the other is shown. A blank line parts two paragraphs.',
  'businessProfile.whereYouAre': 'Where and in which languages you are found',
  'businessProfile.website': 'Website',
  'businessProfile.website.invalid': 'An address that begins with https://',
  'businessProfile.languages': 'Languages in which you serve your customers',
  'businessProfile.locations': 'Locations shown',
  'businessProfile.locations.none': 'No location of your company is known.',
  'businessProfile.address': 'Address of the page',
  'businessProfile.address.hint':
    'Lower-case letters, digits and hyphens. A former address goes on leading to the new one.',
  'businessProfile.address.invalid': 'Lower-case letters, digits and hyphens only.',
  'businessProfile.logo': 'Logo',
  'businessProfile.logo.hint':
    'PNG or JPEG, 512 kB and 2000 × 2000 points at most. Without one: your initials.',
  'businessProfile.logo.choose': 'Choose a file',
  'businessProfile.logo.remove': 'Remove the logo',
  'businessProfile.logo.alt': 'Present logo',
  'businessProfile.logo.failed': 'This file was not accepted: a whole PNG or JPEG of at most 512 kB.',
  'businessProfile.shown': 'Competencies shown today',
  'businessProfile.shown.none':
    'No competency is shown today: it takes a level that is met and the membership for it.',
  'businessProfile.shown.until': 'until {day}',
  'businessProfile.shown.note': 'The list is worked out every day; it is not changed here.',
  'businessProfile.enquiries': 'Customer enquiries',
  'businessProfile.takesEnquiries': 'Take enquiries by the public page',
  'businessProfile.recipients': 'Who is told by e-mail',
  'businessProfile.recipients.hint':
    'Without a choice all of them are told. The e-mail holds neither the message nor who wrote it.',
  'businessProfile.inbox': 'Open the enquiries of customers',
  'businessProfile.save': 'Save',
  'businessProfile.saved': 'Saved.',
  'businessProfile.failed': 'Nothing was saved. Your text is still there; try again.',
  'businessProfile.slugTaken': 'Another company has, or had, this address. Choose another one.',
  'businessProfile.empty': 'Write a line about what the company does first, and save it.',
  'businessProfile.changed':
    'Somebody else has changed the profile meanwhile. Copy your texts, then reload the page.',
} as const;
