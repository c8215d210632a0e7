import { Dropdown, Option } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { programmesQuery } from '../api/queries.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import styles from './ProgrammeChoice.module.css';
import { useOwnProgrammes, useProgrammeId } from './programme.ts';
import { type UrlState, useUrlState } from './url-state.ts';

/** What only means something in one programme does not follow the reader into another. */
const OF_ONE_PROGRAMME: UrlState = { competency: undefined, option: undefined, show: undefined };

interface ProgrammeChoiceProps {
  /** Programmes of the company, or all whose rules can be read. */
  readonly among?: 'company' | 'catalogue';
  /** What else happens: a page about one competency has nothing to show in another programme. */
  readonly onChoose?: (search: UrlState) => void;
}

/** Which programme the page speaks of; nothing at all where there is only one. */
export function ProgrammeChoice({ among = 'company', onChoose }: ProgrammeChoiceProps) {
  const t = useText();
  const local = useLocalText();
  const label = useId();
  const [, patch] = useUrlState();
  const own = useOwnProgrammes();
  const current = useProgrammeId();
  const catalogue = useQuery({ ...programmesQuery, enabled: among === 'catalogue' });
  if (own === undefined) return null;
  const others = (catalogue.data?.value ?? []).filter(
    ({ programme }) => !own.some((one) => one.programme === programme),
  );
  const offered = among === 'company' ? own : [...own, ...others];
  if (offered.length < 2) return null;
  const chosen = offered.find(({ programme }) => programme === current);
  const track = own.find(({ programme }) => programme === current)?.track ?? null;
  const choose = (programme: string | undefined) => {
    const search = {
      ...OF_ONE_PROGRAMME,
      programme: programme === own[0]?.programme ? undefined : programme,
    };
    if (onChoose === undefined) patch(search, { push: true });
    else onChoose(search);
  };
  const name = chosen === undefined ? '' : local(chosen.name);
  return (
    <div className={styles.choice}>
      <span className="print-only">{t('programme.printed', { programme: name })}</span>
      <span id={label} className="no-print">
        {t('programme.label')}
      </span>
      <Dropdown
        size="small"
        aria-labelledby={label}
        className={`${styles.list} no-print`}
        value={name}
        selectedOptions={current === undefined ? [] : [current]}
        onOptionSelect={(_, data) => choose(data.optionValue)}
      >
        {offered.map((one) => (
          <Option key={one.programme} value={one.programme}>
            {local(one.name)}
          </Option>
        ))}
      </Dropdown>
      {track !== null && <span>{t('programme.track', { track: local(track.name) })}</span>}
    </div>
  );
}
