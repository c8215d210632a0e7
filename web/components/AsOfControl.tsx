import {
  Button,
  Field,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
} from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { useDates } from '../messages/use-dates.ts';
import { useText } from '../messages/use-text.ts';
import styles from './AsOf.module.css';
import { useSession } from './session.tsx';
import { useUrlState } from './url-state.ts';

function AsOfForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const { me, times } = useSession();
  const [, patch] = useUrlState();
  const [day, setDay] = useState(times.asOf ?? me.today);
  const [known, setKnown] = useState(times.knownAt);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    patch({ asOf: day === '' || day === me.today ? undefined : day, knownAt: known }, { push: true });
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={apply}>
      <h2>{t('asOf.title')}</h2>
      <Field label={t('asOf.day')} hint={t('asOf.day.hint')}>
        <Input type="date" value={day} onChange={(_, data) => setDay(data.value)} />
      </Field>
      <Switch
        label={t('asOf.known')}
        checked={known !== undefined}
        onChange={(_, data) => setKnown(data.checked ? me.today : undefined)}
      />
      {known !== undefined && (
        <Field label={t('asOf.knownDay')} hint={t('asOf.knownDay.hint')}>
          <Input type="date" max={me.today} value={known} onChange={(_, data) => setKnown(data.value)} />
        </Field>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit">
          {t('asOf.apply')}
        </Button>
        <Button
          onClick={() => {
            patch({ asOf: undefined, knownAt: undefined }, { push: true });
            onDone();
          }}
        >
          {t('asOf.today')}
        </Button>
      </div>
    </form>
  );
}

/** The day every page speaks of: today, another day, or another day as it was known then. */
export function AsOfControl() {
  const t = useText();
  const dates = useDates();
  const { times } = useSession();
  const [open, setOpen] = useState(false);
  const label = times.asOf === undefined ? t('asOf.today') : dates.shortDay(times.asOf);
  return (
    <Popover trapFocus open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<CalendarLtrRegular />}
          style={{ minWidth: 'auto' }}
          aria-label={t('asOf.button', { day: label })}
        >
          <span className={styles.text}>{label}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('asOf.title')}>
        <AsOfForm onDone={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}
