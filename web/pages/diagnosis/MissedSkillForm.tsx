import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Diagnosis } from '../../../src/contract/diagnosis.ts';
import { useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { isDay } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Diagnosis.module.css';

const LONGEST = 200;

/** Asks about one skill that is missed, and from when on it should have been there. */
export function MissedSkillForm({ asked }: { asked: Diagnosis['skill'] }) {
  const t = useText();
  const { me } = useSession();
  const [url, patch] = useUrlState();
  const [skill, setSkill] = useState(asked?.title ?? url.skill ?? '');
  const [on, setOn] = useState(url.achievedOn ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const text = skill.trim();
    if (text === '') return;
    // What was found by its title goes on to be asked for by its id.
    const same = asked !== null && text === asked.title;
    patch({ skill: same ? asked.id : text, achievedOn: isDay(on) ? on : undefined }, { push: true });
  };
  return (
    <section className={styles.card}>
      <h2>{t('diagnosis.skill')}</h2>
      <p>{t('diagnosis.skill.text')}</p>
      <form className={styles.form} onSubmit={send}>
        <Field label={t('diagnosis.skill.name')}>
          <Input value={skill} maxLength={LONGEST} onChange={(_, data) => setSkill(data.value)} />
        </Field>
        <Field label={t('diagnosis.skill.on')}>
          <Input type="date" value={on} max={me.today} onChange={(_, data) => setOn(data.value)} />
        </Field>
        <div className={styles.buttons}>
          <Button appearance="primary" type="submit">
            {t('diagnosis.skill.ask')}
          </Button>
          {asked !== null && (
            <Button
              onClick={() => {
                setSkill('');
                setOn('');
                patch({ skill: undefined, achievedOn: undefined }, { push: true });
              }}
            >
              {t('diagnosis.skill.all')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
