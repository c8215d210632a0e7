/** What the invented companies show to customers, and what customers have written to them. */
import type { ReferralState } from '../../domain/referrals/referral-states.ts';
import { saveBusinessProfile } from '../../store/business-profile-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { addReferral, recordReferralEvent, setReferralRecipients } from '../../store/referrals-store.ts';
import { demoId } from './demo-id.ts';

interface DemoEnquiry {
  readonly daysAgo: number;
  readonly name: string;
  readonly email: string;
  readonly company: string | null;
  readonly phone: string | null;
  readonly locale: 'fr' | 'en';
  readonly competency: string | null;
  readonly message: string;
  /** What was done since, each a day after the one before. */
  readonly done: readonly ({ readonly state: ReferralState } | { readonly note: string })[];
  readonly spam?: true;
}

interface DemoProfile {
  readonly slug: string;
  readonly headline: { readonly fr: string; readonly en: string };
  readonly description: { readonly fr: string; readonly en: string };
  readonly website: string;
  readonly languages: readonly string[];
  readonly recipient: string;
  readonly enquiries: readonly DemoEnquiry[];
}

const CONTOSO: DemoProfile = {
  slug: 'contoso-conseil',
  headline: {
    fr: 'Données, projets et transformation, de Lyon à Nantes',
    en: 'Data, projects and change, from Lyon to Nantes',
  },
  description: {
    fr: 'Contoso Conseil accompagne depuis douze ans les entreprises industrielles et les collectivités : bases de données, tableaux de bord, pilotage de portefeuilles de projets.\n\nNos consultants travaillent sur place ou à distance, et restent joignables après la mise en service.',
    en: 'For twelve years Contoso Conseil has served manufacturers and public bodies: databases, dashboards, and the steering of project portfolios.\n\nOur consultants work on site or remotely, and stay within reach after the launch.',
  },
  website: 'https://www.contoso.example',
  languages: ['fr', 'en'],
  recipient: 'partner-admin@contoso.example',
  enquiries: [
    {
      daysAgo: 1,
      name: 'Amélie Brun',
      email: 'amelie.brun@fonderies-du-rhone.example',
      company: 'Fonderies du Rhône',
      phone: '+33 4 00 00 00 12',
      locale: 'fr',
      competency: 'microsoft-competencies/data-platform',
      message:
        'Bonjour, nous devons reprendre une base de production de 3 To avant l’été. Pouvez-vous nous dire comment vous procédez et à quel prix ?',
      done: [],
    },
    {
      daysAgo: 6,
      name: 'James Whitfield',
      email: 'j.whitfield@harbour-trust.example',
      company: 'Harbour Trust',
      phone: null,
      locale: 'en',
      competency: 'microsoft-competencies/project-and-portfolio-management',
      message:
        'We run forty projects in four countries and cannot see which of them share people. Could you show us what you did for others?',
      done: [{ state: 'in-contact' }, { note: 'Démonstration prévue jeudi à 14 h avec Hélène.' }],
    },
    {
      daysAgo: 40,
      name: 'Nadia Keller',
      email: 'n.keller@ville-de-brume.example',
      company: 'Ville de Brume',
      phone: '+33 2 00 00 00 34',
      locale: 'fr',
      competency: null,
      message:
        'Nous cherchons une formation aux tableaux de bord pour douze agents, sur deux jours, dans nos locaux.',
      done: [{ state: 'in-contact' }, { note: 'Devis envoyé.' }, { state: 'won' }],
    },
    {
      daysAgo: 3,
      name: 'Top Rank Service',
      email: 'offers@rank.example',
      company: null,
      phone: null,
      locale: 'en',
      competency: null,
      message: 'Best links: https://a.example https://b.example https://c.example https://d.example',
      done: [],
      spam: true,
    },
  ],
};

const FABRIKAM: DemoProfile = {
  slug: 'fabrikam',
  headline: {
    fr: 'Des usines connectées et des équipes qui s’en servent',
    en: 'Connected factories, and teams that use them',
  },
  description: {
    fr: 'Fabrikam relie machines, données et équipes, du capteur au nuage.',
    en: 'Fabrikam connects machines, data and teams, from the sensor to the cloud.\n\nWe design, move and run what manufacturers need in the cloud, and train those who will go on with it.',
  },
  website: 'https://www.fabrikam.example',
  languages: ['en', 'de', 'fr'],
  recipient: 'partner-admin@fabrikam.example',
  enquiries: [
    {
      daysAgo: 2,
      name: 'Greta Lind',
      email: 'greta.lind@nordwerk.example',
      company: 'Nordwerk',
      phone: null,
      locale: 'en',
      competency: null,
      message: 'We would like to move two plants to the cloud next year. When could we talk?',
      done: [],
    },
  ],
};

const PROFILES: Readonly<Record<string, DemoProfile>> = { contoso: CONTOSO, fabrikam: FABRIKAM };
const DAY_MS = 86_400_000;

async function loadEnquiry(tx: TenantTransaction, enquiry: DemoEnquiry, actorId: string): Promise<void> {
  const at = (daysAgo: number) => new Date(tx.now.getTime() - daysAgo * DAY_MS - 3 * 3_600_000);
  const then = { ...tx, now: at(enquiry.daysAgo) };
  const referralId = await addReferral(then, {
    state: enquiry.spam ? 'spam' : 'new',
    senderName: enquiry.name,
    senderEmail: enquiry.email,
    senderPhone: enquiry.phone,
    senderCompany: enquiry.company,
    message: enquiry.message,
    competency: enquiry.competency,
    locale: enquiry.locale,
    suspicion: enquiry.spam ? 'many-links' : null,
  });
  const actor = { kind: 'user', userId: actorId } as const;
  for (const [index, event] of enquiry.done.entries()) {
    const later = { ...tx, actor, now: at(enquiry.daysAgo - 1 - index) };
    await recordReferralEvent(later, referralId, event);
  }
}

/** Gives a company of the demo its profile and its enquiries; those without any keep none. */
export async function loadDemoProfile(tx: TenantTransaction): Promise<void> {
  const demo = PROFILES[tx.partnerId];
  if (demo === undefined) return;
  const { slug, headline, description, website, languages } = demo;
  const shown = { slug, headline, description, website, languages };
  await saveBusinessProfile(tx, {
    ...shown,
    publishedAt: new Date(tx.now.getTime() - 90 * DAY_MS),
    hiddenLocations: [],
    takesEnquiries: true,
  });
  const recipient = demoId('user', tx.partnerId, demo.recipient);
  await setReferralRecipients(tx, [recipient]);
  for (const enquiry of demo.enquiries) await loadEnquiry(tx, enquiry, recipient);
}
