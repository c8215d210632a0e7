import { Button, Field, Input } from '@fluentui/react-components';
import { PersonArrowRightRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { DeparturePreview } from '../../../src/contract/departures.ts';
import { departurePreviewQuery } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { PersonSearch } from '../../components/PersonSearch.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { isDay, useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import styles from './Departures.module.css';
import { LevelLost } from './LevelLost.tsx';

function Leaving({ preview, onRemove }: { preview: DeparturePreview; onRemove: (id: string) => void }) {
  const t = useText();
  return (
    <ul className={styles.people} aria-label={t('departures.leaving')}>
      {preview.leaving.map(({ id, label }) => (
        <li key={id}>
          <Button
            size="small"
            aria-label={t('departures.remove', { name: label })}
            onClick={() => onRemove(id)}
          >
            {label} ×
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Effect({ preview }: { preview: DeparturePreview }) {
  const t = useText();
  const dates = useDates();
  const { on, until, levels } = preview;
  return (
    <section className={card.card} aria-live="polite">
      <h2>{t('departures.effect', { day: dates.day(on) })}</h2>
      <p className={styles.quiet}>{t('departures.until', { day: dates.day(until) })}</p>
      {levels.length === 0 && <p>{t('departures.nothing')}</p>}
      {levels.map((level) => (
        <LevelLost key={`${level.programme} ${level.competency}`} level={level} people={preview.people} />
      ))}
    </section>
  );
}

/** Tries out that people leave on a day: what is lost, when, and what would repair it. Nothing is written. */
export function DeparturesPage() {
  const t = useText();
  const partner = usePartnerId();
  const { me } = useSession();
  const [url, patch] = useUrlState();
  const on = isDay(url.on) ? url.on! : me.today;
  const people = (url.people ?? '').split(',').filter((id) => id !== '');
  const query = useQuery({
    ...departurePreviewQuery(partner, people.join(','), on),
    enabled: people.length > 0,
  });
  const choose = (chosen: readonly string[]) => patch({ people: chosen.join(',') });
  return (
    <PageFrame
      page="departures"
      title={t('departures.title')}
      lead={t('departures.lead')}
      crumbs={[{ to: PATHS.users, label: t('users.title') }]}
      ability="users"
    >
      <div className={styles.layout}>
        <section className={card.card}>
          <div className={styles.fields}>
            <PersonSearch chosen={people} onChoose={(id) => choose([...people, id])} />
            <Field label={t('departures.on')}>
              <Input type="date" value={on} onChange={(_, data) => patch({ on: data.value })} />
            </Field>
          </div>
          {query.data !== undefined && (
            <Leaving preview={query.data} onRemove={(id) => choose(people.filter((one) => one !== id))} />
          )}
        </section>
        {people.length === 0 ? (
          <EmptyState icon={<PersonArrowRightRegular />} title={t('departures.empty')}>
            <p>{t('departures.emptyText')}</p>
          </EmptyState>
        ) : (
          <QueryView query={query} skeleton={<Bones count={3} height={64} />}>
            {(preview) => <Effect preview={preview} />}
          </QueryView>
        )}
      </div>
    </PageFrame>
  );
}
