/** What a notice says to one reader: in his or her language, and with names only where he or she may read them. */

import type { Locale } from '../../../contract/common.ts';
import type { PersonRef } from '../../../contract/explanation.ts';
import { labelOf, PROVIDER_LABELS } from '../../../contract/messages/labels.ts';
import { lossCauseSentence } from '../../../contract/messages/loss-cause-sentence.ts';
import { printedDay } from '../../../contract/messages/printed-day.ts';
import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import { findOffer } from '../../../domain/membership/membership-policy.ts';
import { addDays, formatDay, parseDay } from '../../../domain/time/day.ts';
import { formatMessage } from './format-message.ts';
import type { NoticeContent, NoticedCertificate, NoticedLevel } from './notice-content.ts';
import { NOTICE_LINES, NOTICE_TEXTS } from './notice-texts.ts';
import { repairLine } from './repair-line.ts';

export interface NoticeReader {
  readonly locale: Locale;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly company: string;
  /** A person by id, as this reader may see him or her. */
  readonly person: (userId: string) => PersonRef;
}

export interface NoticeWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly path: string };
}

type Values = Readonly<Record<string, string | number>>;

/** So many things a list names; the page that the notice leads to has the others. */
const LISTED = 10;

function levelName(
  { programmes, locale }: NoticeReader,
  programmeId: string,
  { competency, level }: { readonly competency: string; readonly level: string },
): string {
  const programme = programmes.get(programmeId);
  const name = programme?.competencies.find(({ id }) => id === competency)?.name[locale] ?? competency;
  const of = programme?.levels.find(({ id }) => id === level)?.name[locale] ?? level;
  return `${name} ${of}`;
}

function listed<T>(
  reader: NoticeReader,
  things: readonly T[],
  count: number,
  line: (thing: T) => string,
): string {
  const { locale } = reader;
  const shown = things.slice(0, LISTED).map((thing) => `• ${line(thing)}`);
  const further = count - shown.length;
  if (further > 0) shown.push(formatMessage(NOTICE_LINES[locale].further, locale, { count: further }));
  return shown.join('\n');
}

const LAPSES = { 'not-renewed': 'unrenewed', 'not-met-at-renewal': 'unmet' } as const;

function levelLine(reader: NoticeReader, programme: string, day: string, level: NoticedLevel): string {
  const { locale, person } = reader;
  const { lapse, lostOn, causes } = level;
  const why = lossCauseSentence(
    causes.map((cause) => ({ ...cause, people: cause.people.map(person) })),
    locale,
    (message, values) => formatMessage(message, locale, values),
  );
  const dated = lostOn === null ? 'other' : lostOn > day ? 'ahead' : 'past';
  return formatMessage(NOTICE_LINES[locale].level, locale, {
    when: lapse === undefined ? dated : LAPSES[lapse],
    name: levelName(reader, programme, level),
    on: lostOn === null ? '' : printedDay(lostOn, locale),
    why: why === '' ? 'none' : why,
  });
}

function certificateLine(reader: NoticeReader, named: boolean, certificate: NoticedCertificate): string {
  const { locale } = reader;
  return formatMessage(NOTICE_LINES[locale].certificate, locale, {
    who: named ? reader.person(certificate.person).label : 'none',
    title: certificate.title,
    expires: printedDay(certificate.expiresOn, locale),
    renewal: certificate.renewalFrom === null ? 'none' : printedDay(certificate.renewalFrom, locale),
  });
}

function competencyPath(programme: string, competency: string): string {
  return `/competencies/${competency}?programme=${programme}`;
}

function levelValues(
  reader: NoticeReader,
  { programme, levels, day }: { programme: string; levels: readonly NoticedLevel[]; day: string },
): Values {
  const ends = levels.flatMap(({ anniversary }) => anniversary ?? []).sort();
  return {
    count: levels.length,
    first: levels[0] === undefined ? '' : levelName(reader, programme, levels[0]),
    list: listed(reader, levels, levels.length, (level) =>
      [levelLine(reader, programme, day, level), ...repairLine(reader, programme, level)].join('\n   → '),
    ),
    through:
      ends[0] === undefined ? 'none' : printedDay(formatDay(addDays(parseDay(ends[0])!, -1)), reader.locale),
  };
}

function offerName({ programmes, locale }: NoticeReader, programmeId: string, offerId: string): string {
  const policy = programmes.get(programmeId)?.membership ?? null;
  return (policy === null ? null : findOffer(policy, offerId)?.name[locale]) ?? offerId;
}

function daysBetween(from: string, until: string): number {
  return parseDay(until)! - parseDay(from)!;
}

/** What fills the words, and where the notice leads. */
function fillingOf(content: NoticeContent, reader: NoticeReader): { values: Values; path: string } {
  const print = (day: string) => printedDay(day, reader.locale);
  switch (content.kind) {
    case 'at-risk':
    case 'risk-over':
      return { values: levelValues(reader, content), path: `/risk?programme=${content.programme}` };
    case 'level-lost': {
      const { programme, levels } = content;
      const [only] = levels.length === 1 ? levels : [];
      const lapsed = levels.every(({ lapse }) => lapse === 'not-renewed');
      const missing =
        only === undefined
          ? `/competencies?programme=${programme}`
          : competencyPath(programme, only.competency);
      return {
        values: { ...levelValues(reader, content), lapsed: lapsed ? 'yes' : 'no' },
        path: lapsed ? `/membership?programme=${programme}` : missing,
      };
    }
    case 'level-gained':
      return { values: levelValues(reader, content), path: `/membership?programme=${content.programme}` };
    case 'renewal-reminder': {
      const { day, opens, closes, anniversary, programme, offer } = content;
      const open = day >= opens ? 'open' : 'before';
      return {
        values: {
          when: day >= anniversary ? 'after' : open,
          offer: offerName(reader, programme, offer),
          anniversary: print(anniversary),
          opens: print(opens),
          closes: print(closes),
          days: daysBetween(day, closes),
          left: daysBetween(day, anniversary),
        },
        path: `/membership?programme=${programme}`,
      };
    }
    case 'report-check': {
      const { threatened, programme, day, anniversary } = content;
      return {
        values: {
          count: threatened.length,
          anniversary: print(anniversary),
          list: listed(reader, threatened, threatened.length, (level) =>
            levelLine(reader, programme, day, level),
          ),
        },
        path: `/competencies/report/user-skills?programme=${programme}&asOf=${anniversary}`,
      };
    }
    case 'certificate-expiry': {
      const { certificates, expiresOn } = content;
      const [first] = certificates;
      const renewal = first?.renewalFrom ?? null;
      return {
        values: {
          count: certificates.length,
          first: first?.title ?? '',
          expires: print(expiresOn),
          renewal: renewal === null ? 'none' : print(renewal),
          list: listed(reader, certificates, certificates.length, (one) =>
            certificateLine(reader, false, one),
          ),
        },
        path: '/profile',
      };
    }
    case 'certificates-expiring': {
      const list = listed(reader, content.first, content.count, (one) => certificateLine(reader, true, one));
      return {
        values: { count: content.count, until: print(content.until), list },
        path: `/competencies/report/user-skills?expiresWithin=${content.within ?? 90}&orderby=expiresOn`,
      };
    }
    case 'pmc-window-ending':
      return { values: { people: content.people, ends: print(content.endsOn) }, path: '/chase-list' };
    case 'override-ending':
      return {
        values: { name: levelName(reader, content.programme, content), until: print(content.until) },
        path: competencyPath(content.programme, content.competency),
      };
    case 'order-pending':
    case 'order-paid':
    case 'order-expired': {
      const { programme, offer, reference, on, paid } = content;
      return {
        values: {
          offer: offerName(reader, programme, offer),
          reference,
          on: print(on),
          act: paid?.act ?? 'unknown',
          through: paid === undefined ? '' : print(paid.through),
        },
        path: `/membership?programme=${programme}`,
      };
    }
    case 'association-ended':
      return {
        values: {
          person: reader.person(content.person).label,
          provider: labelOf(PROVIDER_LABELS[reader.locale], content.provider),
          company: reader.company,
        },
        path: '/users',
      };
    case 'training-late': {
      const { programme, skill, person, dueOn, own, planId } = content;
      const known = reader.programmes.get(programme);
      const title = known?.skills.get(known.aliases.get(skill) ?? skill)?.title ?? skill;
      return {
        values: {
          skill: title,
          person: reader.person(person).label,
          on: print(dueOn),
          own: own ? 'yes' : 'no',
        },
        path: own ? '/profile' : `/plans/${planId}`,
      };
    }
    case 'company-merged': {
      const { company, into, on } = content;
      return { values: { company, into, on: print(on) }, path: '/' };
    }
    case 'enquiry-received': {
      const { company, locale, programmes } = reader;
      const [programme = '', competency = ''] = content.competency?.split('/') ?? [];
      const found = programmes.get(programme)?.competencies.find(({ id }) => id === competency);
      const about = found?.name[locale] ?? 'none';
      return { values: { company, about }, path: `/referrals?referral=${content.referralId}` };
    }
  }
}

export function noticeWords(content: NoticeContent, reader: NoticeReader): NoticeWords {
  const { locale } = reader;
  const text = NOTICE_TEXTS[locale][content.kind];
  const { values, path } = fillingOf(content, reader);
  const fill = (message: string) => formatMessage(message, locale, values);
  return {
    title: fill(text.title),
    paragraphs: text.paragraphs.map(fill).filter((paragraph) => paragraph !== ''),
    action: { label: fill(text.action), path },
  };
}
