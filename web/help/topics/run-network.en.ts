import { type HelpTopic, list, note, paragraph, steps } from '../help-topic.ts';

export const runNetworkEn: HelpTopic = {
  title: 'Running the network',
  summary:
    'For the operator of the programme: where records come from, what waits, and who may do what about it.',
  keywords: [
    'operator',
    'sources',
    'delivery',
    'push',
    'key',
    'signature',
    'webhook',
    'queue',
    'unmatched',
    'companies',
    'enrol',
    'numbers',
    'retirement',
    'missing skills',
  ],
  appliesTo: 'Operators and support of the programme',
  sections: [
    {
      anchor: 'numbers',
      title: 'The network in numbers',
      blocks: [
        paragraph(
          '[{networkView.title}](page:network-view) counts the companies of a programme, all of them or those of one market or country. They are counted in the background, at the end of each look at the network; the page says when. Each number leads to its companies as they stand now.',
        ),
        list(
          '{networkView.levels}: how many companies have begun a level, meet it, hold it, are about to lose it or have lost it.',
          '{networkView.missing}: the skills of which one more person, in a company that already works towards a level, would bring or keep that level. Every skill is tried on the facts of each company.',
          '{networkView.retirements}: skills that will count no more, the last day on which they count, and the levels that this alone takes from companies. To see what another day would do, [make a draft and rehearse it](maintain-membership#rules).',
          '{networkView.sources}: how many days lie between completion and delivery, source by source.',
        ),
        note(
          'When rules are published or taken back, the whole network is looked at again at once; until that is over, the numbers are those counted before.',
        ),
      ],
    },
    {
      anchor: 'companies',
      title: 'Companies',
      blocks: [
        paragraph(
          '[{companies.title}](page:companies) finds every company by its name, its id or its MPN number, and tells in which programmes it takes part. Choose one to see its pages as its people see them; each visit stands in its trail.',
        ),
        list(
          '{companies.open} makes a company with its first global admin, who receives a link to sign in.',
          '{companies.enrol} lets a company that is here take part from today on.',
          'Requests of companies that [ask to join](join#ask) are approved or refused with a reason. {requests.policy} approves each that comes from then on; one that cannot be approved, because an address or a number is taken, waits for you.',
        ),
      ],
    },
    {
      anchor: 'merge',
      title: 'Two companies that become one',
      blocks: [
        paragraph(
          '[{mergeCompanies.title}](page:merge-companies) is for a company that another one has taken over. Choose both: the page tells what the one company will hold, before anything is changed.',
        ),
        list(
          'People go on with their accounts, ways to sign in and associations, without another round with their provider; the limits of associations are not touched. Who has left stays with the history.',
          'Every level that either company has met or bought is kept: where the one company does not meet it, it is kept until the anniversary, and an exemption says so. The largest membership goes on until the later anniversary.',
          'Figures of months are added by month and association. Rates, such as growth in percent, cannot be added: those of the company that goes on stay.',
          'An address signs in one person. Whoever has an account at both has two addresses: say so, and the account of the company that goes on stays.',
          'The company that was taken over is closed. Its history and its trail can be read; nothing is added to them. Somebody who tries to sign in there reads into which company it went.',
        ),
        paragraph(
          'A merge of thousands of people takes a minute. The page shows how far it is; leave it if you like, every operator finds it under “{mergeCompanies.open}”. Until it has ended nothing is changed in the two companies and nobody signs in at the one that is taken over: whoever tries reads why, and tries again a minute later. Everything can be read. What a source delivers meanwhile is recorded afterwards.',
        ),
        note(
          'A merge happens as a whole or not at all, also when the server stops in the middle: it is then begun again by itself. It is not undone. Let a membership in its renewal window be renewed before.',
        ),
      ],
    },
    {
      anchor: 'announcements',
      title: 'Announcements',
      blocks: [
        paragraph(
          '[{announcements.title}](page:announcements) puts a message on top of every page of all companies or of some, in the language of each reader, from one day to another. {announcements.end} takes it away at once.',
        ),
      ],
    },
    {
      anchor: 'audit',
      title: 'Searching what was done',
      blocks: [
        paragraph(
          '[{networkAudit.title}](page:network-audit) is one list of the trails of all companies and of the network itself, for operators. Narrow it by company, event, person and days; a person is found by the whole work e-mail or by the id. {networkAudit.download} takes along everything that fits.',
        ),
        list(
          'Each search and each file leaves an entry of its own in the trail of the network, with what was asked.',
          'Of a person who was erased only the id is left.',
        ),
      ],
    },
    {
      anchor: 'sources',
      title: 'Sources and how they do',
      blocks: [
        paragraph(
          '[{sources.title}](page:sources) shows every provider that delivers records itself: when it delivered last, how many days lie between completion and delivery, and what came in the last week. Operators and support see it; operators act.',
        ),
        list(
          '{sources.state.silent}: nothing has come for longer than any known delay. Ask the provider.',
          '{sources.state.failing}: a delivery came and could not be kept. It is kept as a whole; when the cause is gone, press {sources.delivery.repeat}, or wait until the provider sends it again. What is there already stays unchanged.',
          '{sources.rejections}: single records that cannot be right, with the reason. The rest of their delivery was kept. Put one right, put it aside, or have the source send it right: it then goes from the list by itself.',
        ),
      ],
    },
    {
      anchor: 'keys',
      title: 'Keys of a source',
      blocks: [
        paragraph(
          'A source signs each delivery with a key. It opens the delivery of records of that source and nothing else.',
        ),
        steps(
          'On the page of the source press {sources.key.make} and give it a name.',
          'Copy the key, which is shown once, and hand it to the provider in a safe way.',
          'To change a key without a break, make the new one with the present keys valid for some hours more; the provider changes over in that time.',
          'Press {sources.key.revoke} when a key may have become known: deliveries signed with it are refused at once.',
        ),
        note(
          'How a delivery is signed and answered is described in the reference of the product, “Deliveries of a source”.',
        ),
      ],
    },
    {
      anchor: 'unmatched',
      title: 'Records without account',
      blocks: [
        paragraph(
          '[{unmatched.title}](page:unmatched) lists records of files that came with a work e-mail alone. As soon as the person with that e-mail associates an account of the provider they move there by themselves. The list says for each whether nobody in the company has that e-mail, or the person has it and no account yet.',
        ),
        paragraph(
          '{unmatched.withdraw} takes a record out for good, such as one of a file that was sent by mistake.',
        ),
      ],
    },
  ],
  nextSteps: [
    '[See the network in numbers](page:network-view)',
    '[Look at the sources](page:sources)',
    '[See the risk of the network](page:network-risk)',
  ],
};
