/** What an event says to one reader, and where it leads: by language, rights and the names he or she may read. */

import type { CalendarEventView } from '../../contract/calendar.ts';
import type { Locale } from '../../contract/common.ts';
import { lossCauseSentence } from '../../contract/messages/loss-cause-sentence.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import type { Ability } from '../../contract/roles.ts';
import type {
  CalendarEvent,
  CertificatesEvent,
  LevelLostEvent,
} from '../../domain/calendar/calendar-event.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { addDays, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { lossCauseViews } from '../shared/loss-cause-view.ts';
import { formatMessage } from '../shared/notices/format-message.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { personRef } from '../shared/person-refs.ts';
import { CALENDAR_LINES, CALENDAR_TEXTS } from './calendar-texts.ts';

export interface CalendarReader {
  readonly locale: Locale;
  readonly abilities: ReadonlySet<Ability>;
}

type Values = Readonly<Record<string, string | number>>;

/** So many certificates of a day are named; the report has the others. */
const NAMED = 5;

export class CalendarWords {
  private readonly answers: ReadonlyMap<string, PartnerAnswer>;
  private readonly first: PartnerAnswer;
  private readonly reader: CalendarReader;
  private readonly mayNames: boolean;

  constructor(answers: readonly [PartnerAnswer, ...PartnerAnswer[]], reader: CalendarReader) {
    this.answers = new Map(answers.map((answer) => [answer.programme.id, answer]));
    this.first = answers[0];
    this.reader = reader;
    this.mayNames = reader.abilities.has('personal-data');
  }

  view(event: CalendarEvent): CalendarEventView {
    const { locale } = this.reader;
    const { id, kind, on } = event;
    const text = CALENDAR_TEXTS[locale][kind];
    const values = this.values(event);
    const detail = formatMessage(text.detail, locale, values).trim();
    return {
      id,
      on: formatDay(on),
      kind,
      title: formatMessage(text.title, locale, values),
      detail: detail === '' ? null : detail,
      path: this.path(event),
    };
  }

  private print(day: Day): string {
    return printedDay(formatDay(day), this.reader.locale);
  }

  private values(event: CalendarEvent): Values {
    switch (event.kind) {
      case 'anniversary':
      case 'window-opens':
      case 'window-closes': {
        const { offer, anniversary, window } = event;
        return {
          what: offer.name[this.reader.locale],
          anniversary: this.print(anniversary),
          opens: this.print(window.opens),
          closes: this.print(window.closes),
          threatened: this.threatened(event.programme, anniversary),
        };
      }
      case 'report-check':
        return { anniversary: this.print(event.anniversary) };
      case 'order-to-pay':
        return { what: this.offerName(event.programme, event.offer) };
      case 'level-lost':
        return { what: this.levelName(event), why: this.why(event), kept: this.kept(event) };
      case 'exemption-ends':
        return { what: this.levelName(event), reason: event.reason ?? 'none' };
      case 'certificates-expire':
        return {
          count: event.certificates.length,
          list: this.mayNames ? this.named(event.certificates) : '',
        };
      case 'skill-retires':
      case 'retired-skill-ends':
        return { what: event.title, people: event.people, last: this.print(event.lastDay) };
      case 'pmc-window-ends':
        return { people: event.people };
      case 'training-due': {
        const { trainings } = event;
        const named = trainings.map(({ person, skill }) => ({ person, title: this.skillTitle(skill) }));
        return { count: trainings.length, list: this.mayNames ? this.named(named) : '' };
      }
    }
  }

  private path(event: CalendarEvent): string {
    const { abilities } = this.reader;
    const report = abilities.has('skills-report');
    const reportOr = (path: string) => (report ? path : '/competencies');
    switch (event.kind) {
      case 'anniversary':
      case 'window-opens':
      case 'window-closes':
      case 'order-to-pay':
        return `/${abilities.has('memberships') ? 'membership' : 'competencies'}?programme=${event.programme}`;
      case 'report-check': {
        const page = reportOr('/competencies/report/user-skills');
        return `${page}?programme=${event.programme}&asOf=${formatDay(event.anniversary)}`;
      }
      case 'level-lost':
        return `/competencies/${event.competency}?programme=${event.programme}`;
      case 'exemption-ends':
        return `/exemptions?programme=${event.programme}`;
      case 'certificates-expire': {
        const days = event.on - parseDay(this.first.asOf.validAt)!;
        return reportOr(`/competencies/report/user-skills?expiresWithin=${days}&orderby=expiresOn`);
      }
      case 'skill-retires':
      case 'retired-skill-ends':
        return reportOr(`/competencies/report/user-skills?search=${encodeURIComponent(event.title)}`);
      case 'pmc-window-ends':
        return reportOr('/chase-list');
      case 'training-due':
        return '/plans';
    }
  }

  private levelName({
    programme,
    competency,
    level,
  }: Pick<LevelLostEvent, 'programme' | 'competency' | 'level'>) {
    const { competencies, levels } = this.answers.get(programme)!.programme;
    const name = competencies.find(({ id }) => id === competency)!.name;
    const of = levels.find(({ id }) => id === level)!.name;
    return `${name[this.reader.locale]} ${of[this.reader.locale]}`;
  }

  private offerName(programme: string, offer: string): string {
    const policy = this.answers.get(programme)?.programme.membership ?? null;
    return (policy === null ? null : findOffer(policy, offer)?.name[this.reader.locale]) ?? offer;
  }

  /** Levels that are in danger of not being there at the anniversary. */
  private threatened(programme: string, anniversary: Day): string {
    const names = this.answers
      .get(programme)!
      .levelStandings()
      .filter((level) => level.state === 'at-risk' && level.anniversary === anniversary)
      .map((level) => this.levelName({ ...level, programme }));
    if (names.length === 0) return 'none';
    const { locale } = this.reader;
    const shown = names.slice(0, NAMED);
    const count = names.length - shown.length;
    if (count > 0) shown.push(formatMessage(CALENDAR_LINES[locale].furtherLevels, locale, { count }));
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(shown);
  }

  /** A year of membership keeps a level through this day although its requirements are no longer met. */
  private kept({ programme, competency, level, on }: LevelLostEvent): string {
    const held = this.answers
      .get(programme)!
      .levelStandings()
      .find((each) => each.competency === competency && each.level === level);
    if (held?.state !== 'at-risk' || held.anniversary === null || held.anniversary <= on) return 'none';
    return this.print(addDays(held.anniversary, -1));
  }

  private why({ programme, competency, causes }: LevelLostEvent): string {
    const { locale } = this.reader;
    const views = lossCauseViews(this.answers.get(programme)!, competency, causes, this.mayNames);
    const why = lossCauseSentence(views, locale, (message, values) => formatMessage(message, locale, values));
    return why === '' ? 'none' : why;
  }

  private skillTitle(skill: string): string {
    for (const { programme } of this.answers.values()) {
      const known = programme.skills.get(programme.aliases.get(skill) ?? skill);
      if (known !== undefined) return known.title;
    }
    return skill;
  }

  private named(certificates: CertificatesEvent['certificates']): string {
    const { locale } = this.reader;
    const { certificate, further } = CALENDAR_LINES[locale];
    const shown = certificates.slice(0, NAMED).map(({ person, title }) => {
      const who = personRef(this.first.directory, person, true).label;
      return formatMessage(certificate, locale, { who, title });
    });
    const others = certificates.length - shown.length;
    if (others > 0) shown.push(formatMessage(further, locale, { count: others }));
    return shown.join('\n');
  }
}
