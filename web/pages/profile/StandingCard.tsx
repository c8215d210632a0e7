import { CheckmarkCircleFilled, InfoRegular } from '@fluentui/react-icons';
import { Link } from '@tanstack/react-router';
import type { LearningAccount, OwnSkill } from '../../../src/contract/profile.ts';
import { useSession } from '../../components/session.tsx';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import styles from './Profile.module.css';

interface StandingCardProps {
  readonly skills: readonly OwnSkill[];
  /** Undefined while they are loading. */
  readonly accounts: readonly LearningAccount[] | undefined;
  readonly company: string;
}

/** "Your skills count for …", or the one thing to do. */
export function StandingCard({ skills, accounts, company }: StandingCardProps) {
  const t = useText();
  const { day } = useSession();
  const counting = skills.filter((skill) => skill.countsNow).length;
  const associated =
    accounts === undefined || accounts.some(({ until }) => until === null || day < until.slice(0, 10));
  const good = counting > 0;
  const [title, text] = good
    ? [t('profile.counts', { company }), t('profile.countsText', { counting, total: skills.length })]
    : !associated
      ? [t('profile.associate'), t('profile.associateText', { company })]
      : skills.length === 0
        ? [t('profile.noSkills'), t('profile.noSkillsText')]
        : [t('profile.nothingCounts', { company }), t('profile.nothingCountsText')];
  return (
    <section className={`${styles.standing} ${good ? styles.good : ''}`}>
      {good ? <CheckmarkCircleFilled fontSize={32} /> : <InfoRegular fontSize={32} />}
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
        {!good && !associated && (
          <p>
            <Link to={PATHS.associate}>{t('associate.title')}</Link>
          </p>
        )}
      </div>
    </section>
  );
}
