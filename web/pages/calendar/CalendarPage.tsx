import { Button, Select } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { CALENDAR_KINDS, type Calendar } from '../../../src/contract/calendar.ts';
import { calendarQuery } from '../../api/calendar.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useText } from '../../messages/use-text.ts';
import { Bones } from '../../ui/Bones.tsx';
import styles from './Calendar.module.css';
import { CalendarLinkCard } from './CalendarLinkCard.tsx';
import { KINDS } from './calendar-kinds.ts';
import { calendarMonths } from './calendar-months.ts';
import { MonthCard } from './MonthCard.tsx';

/** Only kinds of which there is something can be chosen, and the one that is. */
function KindChoice({ value }: Pick<Calendar, 'value'>) {
  const t = useText();
  const [{ kind = '' }, patch] = useUrlState();
  const present = new Set<string>(value.map((event) => event.kind));
  return (
    <Select
      className={`${styles.choice} no-print`}
      aria-label={t('calendar.kind')}
      value={kind}
      onChange={(_, data) => patch({ kind: data.value === '' ? undefined : data.value })}
    >
      <option value="">{t('calendar.kind.any')}</option>
      {CALENDAR_KINDS.filter((each) => present.has(each) || each === kind).map((each) => (
        <option key={each} value={each}>
          {t(KINDS[each].name)}
        </option>
      ))}
    </Select>
  );
}

function Months({ value, from, until }: Calendar) {
  const t = useText();
  const [{ kind }, patch] = useUrlState();
  const shown = kind === undefined ? value : value.filter((event) => event.kind === kind);
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<CalendarLtrRegular />}
        title={t(kind === undefined ? 'calendar.empty' : 'calendar.empty.choice')}
      >
        {kind === undefined ? (
          <p>{t('calendar.empty.text')}</p>
        ) : (
          <Button onClick={() => patch({ kind: undefined })}>{t('calendar.empty.show')}</Button>
        )}
      </EmptyState>
    );
  }
  return (
    <div className={styles.months}>
      {calendarMonths(shown, from, until).map((month) => (
        <MonthCard key={month.month} {...month} />
      ))}
    </div>
  );
}

/** What is known to happen to the company in the next twelve months, month by month. */
export function CalendarPage() {
  const t = useText();
  const { locale } = useLocale();
  const { question, partner, me } = useSession();
  const query = useQuery(calendarQuery(usePartnerId(), question, locale));
  return (
    <PageFrame
      page="calendar"
      title={t('calendar.title')}
      lead={t('calendar.lead', { company: partner?.name ?? '' })}
      ability="competencies"
    >
      <QueryView query={query} skeleton={<Bones count={3} height={260} />}>
        {(calendar) => (
          <>
            {calendar.value.length > 0 && <KindChoice value={calendar.value} />}
            <Months {...calendar} />
            {me.partner !== null && <CalendarLinkCard />}
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}
