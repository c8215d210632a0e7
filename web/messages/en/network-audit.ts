import type { networkAudit as fr } from '../fr/network-audit.ts';

export const networkAudit: Record<keyof typeof fr, string> = {
  'networkAudit.title': 'Audit trail of the network',
  'networkAudit.lead':
    'What was done in all companies, by whom and when, the latest first. Each search leaves an entry of its own in the trail of the network.',
  'networkAudit.company': 'Company',
  'networkAudit.action': 'Event',
  'networkAudit.action.all': 'All events',
  'networkAudit.actor': 'Done by (e-mail or id)',
  'networkAudit.subject': 'About (e-mail or id)',
  'networkAudit.from': 'From',
  'networkAudit.until': 'To',
  'networkAudit.span': 'The last day comes before the first one.',
  'networkAudit.ask': 'Search',
  'networkAudit.download': 'Download (CSV)',
  'networkAudit.at': 'When',
  'networkAudit.by': 'By',
  'networkAudit.about': 'About',
  'networkAudit.number': '{company}, no. {number}',
  'networkAudit.details': 'Particulars',
  'networkAudit.none': 'No event fits',
  'networkAudit.none.text':
    'Widen the days or take a condition away. An e-mail address must be given in full.',
  'networkAudit.more': 'Show more',
  'networkAudit.more.failed':
    'The next entries could not be read. What is shown stays; ask for more once again.',
};
