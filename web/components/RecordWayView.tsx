import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LocalText } from '../../src/contract/common.ts';
import type { RecordWay } from '../../src/contract/skills-report.ts';
import { type AnswerParameters, recordWayQuery } from '../api/queries.ts';
import { optionText } from '../explanation/option-text.ts';
import { useReasonText } from '../explanation/use-reason-text.ts';
import type { MessageId } from '../messages/messages.ts';
import { useDates } from '../messages/use-dates.ts';
import { useLocalText, useText } from '../messages/use-text.ts';
import { PATHS } from '../paths.ts';
import { Bones } from '../ui/Bones.tsx';
import table from '../ui/Table.module.css';
import { MissingNames } from './MissingNames.tsx';
import { QueryView } from './QueryView.tsx';
import styles from './RecordWayView.module.css';
import { useSession } from './session.tsx';
import { useProviderLabel } from './use-labels.ts';
import { useLevelName } from './use-level-name.ts';

type Step = RecordWay['steps'][number];
type WayOption = RecordWay['options'][number];

const STEPS: Readonly<Record<Step['step'], MessageId>> = {
  achieved: 'way.achieved',
  received: 'way.received',
  associated: 'way.associated',
  counted: 'way.counted',
};

const VIA: Readonly<Record<string, MessageId>> = { 'partner-center': 'via.partnerCenter', pmc: 'via.pmc' };

function StepLine({ step }: { step: Step }) {
  const t = useText();
  const dates = useDates();
  const provider = useProviderLabel();
  const at = step.at === null ? null : step.at.length > 10 ? dates.instant(step.at) : dates.day(step.at);
  const via = step.detail === null ? undefined : VIA[step.detail];
  const detail = step.detail === null ? null : via === undefined ? provider(step.detail) : t(via);
  const missing = step.step === 'counted' ? 'way.notCounting' : 'way.notYet';
  // A step that has a time and is not done was done once: the association has ended.
  const ended = step.step === 'associated' && step.at !== null && !step.done;
  return (
    <li className={step.done ? styles.done : styles.open}>
      {step.done ? <CheckmarkCircleFilled fontSize={20} /> : <CircleRegular fontSize={20} />}
      <div>
        <strong>{t(STEPS[step.step])}</strong>
        <span className={styles.at}>
          {[at ?? t(step.done ? 'way.unknownTime' : missing), detail, ended ? t('way.ended') : null]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </div>
    </li>
  );
}

const STANDINGS: Readonly<Record<WayOption['levels'][number]['outcome'], MessageId>> = {
  met: 'competency.state.met',
  unmet: 'way.level.unmet',
  undetermined: 'competency.state.undetermined',
};

/** What keeps levels of the option open, each once. */
function unknownOf({ levels }: WayOption): LocalText[] {
  return [...new Map(levels.flatMap(({ unknown }) => unknown).map((name) => [name.en, name])).values()];
}

function Options({ way }: { way: RecordWay }) {
  const t = useText();
  const local = useLocalText();
  const reason = useReasonText();
  const name = useLevelName();
  const standing = ({ level, outcome }: WayOption['levels'][number]) =>
    t('competency.option.progress', { level: name(level), state: t(STANDINGS[outcome]) });
  const linked = useSession().can('competencies');
  if (way.options.length === 0) return <p className={styles.at}>{t('way.noOption')}</p>;
  return (
    <ul className={styles.options}>
      {way.options.map((one) => {
        const text = optionText(one, local);
        return (
          <li key={`${one.competency}/${one.option}`}>
            {linked ? (
              <Link
                to={PATHS.competency}
                params={{ competency: one.competency }}
                search={{ option: one.option ?? undefined, programme: way.programme }}
                className={table.link}
              >
                {text}
              </Link>
            ) : (
              text
            )}
            <span className={styles.at}>{one.reason === null ? t('way.countsFor') : reason(one.reason)}</span>
            {one.levels.length > 0 && (
              <span className={styles.at}>{one.levels.map(standing).join(' · ')}</span>
            )}
            <MissingNames unknown={unknownOf(one)} className={styles.at} />
          </li>
        );
      })}
    </ul>
  );
}

/** Achieved, received, associated, counted: how far a record has come, and for what it counts. */
export function RecordWayView({ path, asked }: { path: string; asked: AnswerParameters }) {
  const t = useText();
  const query = useQuery(recordWayQuery(path, asked));
  return (
    <QueryView query={query} skeleton={<Bones count={5} height={36} />}>
      {(way) => (
        <>
          <h3 className={styles.title}>{t('way.title')}</h3>
          <ol className={styles.steps}>
            {way.steps.map((step) => (
              <StepLine key={step.step} step={step} />
            ))}
          </ol>
          {way.certificateNumber !== null && (
            <p className={styles.at}>{t('way.certificate', { number: way.certificateNumber })}</p>
          )}
          <h3 className={styles.title}>{t('way.options')}</h3>
          <Options way={way} />
        </>
      )}
    </QueryView>
  );
}
