import { Button } from '@fluentui/react-components';
import { useText } from '../../messages/use-text.ts';
import styles from './Planner.module.css';
import { type PlanDraft, withBar, withPerson, withPin } from './plan-draft.ts';
import type { Amounts } from './use-amounts.ts';
import type { PlanNames } from './use-plan-names.ts';

interface WishesProps {
  readonly draft: PlanDraft;
  readonly names: Pick<PlanNames, 'person' | 'skill'>;
  readonly amounts: Amounts;
  readonly onChange: (draft: PlanDraft) => void;
}

function withoutKey<T>(entries: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([one]) => one !== key));
}

/** Who is not to be trained, what is pinned or left to others, own prices and limits of hours; each can be taken back. */
export function Wishes({ draft, names, amounts, onChange }: WishesProps) {
  const t = useText();
  const { without, pins, barred, costs, maxHours } = draft;
  const of = ({ person, skill }: { person: string; skill: string }) => ({
    name: names.person(person),
    skill: names.skill(skill),
  });
  const chips = [
    ...without.map((person) => ({
      key: person,
      text: t('plans.wish.without', { name: names.person(person) }),
      undone: () => withPerson(draft, person, false),
    })),
    ...pins.map((pin) => ({
      key: `pin ${pin.person} ${pin.skill}`,
      text: t('plans.wish.pin', of(pin)),
      undone: () => withPin(draft, pin),
    })),
    ...barred.map((pin) => ({
      key: `bar ${pin.person} ${pin.skill}`,
      text: t('plans.wish.bar', of(pin)),
      undone: () => withBar(draft, pin),
    })),
    ...Object.entries(maxHours).map(([person, hours]) => ({
      key: `hours ${person}`,
      text: t('plans.wish.hours', { name: names.person(person), hours: amounts.hours(hours) }),
      undone: () => ({ ...draft, maxHours: withoutKey(maxHours, person) }),
    })),
    ...Object.entries(costs).map(([skill, { money, hours }]) => ({
      key: `cost ${skill}`,
      text: t('plans.wish.cost', {
        skill: names.skill(skill.replace(/^renewal:/, '')),
        money: amounts.money(money),
        hours: amounts.hours(hours),
      }),
      undone: () => ({ ...draft, costs: withoutKey(costs, skill) }),
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className={styles.wishes} aria-label={t('plans.wishes')}>
      {chips.map(({ key, text, undone }) => (
        <li key={key}>
          <Button
            size="small"
            aria-label={t('plans.wish.undo', { wish: text })}
            onClick={() => onChange(undone())}
          >
            {text} ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
