import type { MergeEffect } from '../../../src/contract/partner-merges.ts';
import { useDates } from '../../messages/use-dates.ts';
import { useLocalText, useText } from '../../messages/use-text.ts';
import card from '../../ui/Card.module.css';
import styles from './MergeCompanies.module.css';
import { MergedLevels } from './MergedLevels.tsx';
import { SamePeople } from './SamePeople.tsx';

interface EffectCardsProps {
  readonly from: { readonly name: string };
  readonly into: { readonly name: string };
  readonly effect: MergeEffect;
  readonly same: ReadonlyMap<string, string>;
  readonly onSame: (same: ReadonlyMap<string, string>) => void;
}

/** What goes along and what ends, in sentences; only what there is. */
function useSentences(effect: MergeEffect, from: string, into: string) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  const { ends } = effect;
  const names = { company: from, into };
  const goes = [
    t('mergeCompanies.people', { ...names, count: effect.moving }),
    t('mergeCompanies.associations', { ...names, count: effect.associations }),
    effect.pmcAssociations > 0 &&
      (effect.pmcGoesOn
        ? t('mergeCompanies.pmc', {
            count: effect.pmcAssociations,
            until: effect.pmcUntil === null ? 'none' : dates.day(effect.pmcUntil),
          })
        : t('mergeCompanies.pmcOver', { count: effect.pmcAssociations })),
    effect.figures > 0 && t('mergeCompanies.figures', { ...names, count: effect.figures }),
    effect.locations > 0 && t('mergeCompanies.locations', { count: effect.locations }),
    effect.cases > 0 && t('mergeCompanies.cases', { count: effect.cases }),
    effect.enquiries > 0 && t('mergeCompanies.enquiries', { count: effect.enquiries }),
  ];
  const stops = [
    effect.staying > 0 && t('mergeCompanies.staying', { ...names, count: effect.staying }),
    effect.notAdded.length > 0 &&
      t('mergeCompanies.notAdded', { ...names, names: effect.notAdded.map(local).join(', ') }),
    ends.apiTokens > 0 && t('mergeCompanies.ends.tokens', { count: ends.apiTokens }),
    ends.directory && t('mergeCompanies.ends.directory'),
    ends.schedules > 0 && t('mergeCompanies.ends.schedules', { count: ends.schedules }),
    ends.orders > 0 && t('mergeCompanies.ends.orders', { count: ends.orders }),
    t('mergeCompanies.ends.closed', names),
  ];
  const only = (sentences: readonly (string | false)[]) => sentences.filter((text) => text !== false);
  return { goes: only(goes), stops: only(stops) };
}

function Held({ title, held }: { title: string; held: MergeEffect['memberships']['from'] }) {
  const t = useText();
  const local = useLocalText();
  const dates = useDates();
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {held.length === 0
          ? t('mergeCompanies.noMembership')
          : held
              .map(({ name, anniversary }) =>
                t('mergeCompanies.held', { offer: local(name), anniversary: dates.day(anniversary) }),
              )
              .join(', ')}
      </dd>
    </div>
  );
}

/** All that changes, before anything does. */
export function EffectCards({ from, into, effect, same, onSame }: EffectCardsProps) {
  const t = useText();
  const { goes, stops } = useSentences(effect, from.name, into.name);
  const { memberships } = effect;
  return (
    <>
      <div className={styles.cards}>
        <section className={card.card}>
          <h2 className={styles.heading}>{t('mergeCompanies.goes')}</h2>
          <ul className={styles.list}>
            {goes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
        <section className={card.card}>
          <h2 className={styles.heading}>{t('mergeCompanies.ends')}</h2>
          <ul className={styles.list}>
            {stops.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
        <section className={card.card}>
          <h2 className={styles.heading}>{t('mergeCompanies.memberships')}</h2>
          <dl className={styles.held}>
            <Held title={from.name} held={memberships.from} />
            <Held title={into.name} held={memberships.into} />
            <Held title={t('mergeCompanies.after', { into: into.name })} held={memberships.after} />
          </dl>
        </section>
      </div>
      <SamePeople
        from={from.name}
        into={into.name}
        candidates={effect.samePeople}
        same={same}
        onSame={onSame}
      />
      <MergedLevels from={from.name} into={into.name} levels={effect.levels} />
    </>
  );
}
