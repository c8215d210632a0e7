import { Button } from '@fluentui/react-components';
import { useText } from '../../messages/use-text.ts';
import styles from './Planner.module.css';
import { type PlanDraft, withBar, withPerson, withPin } from './plan-draft.ts';
import type { PlanNames } from './use-plan-names.ts';

interface WishesProps {
  readonly draft: PlanDraft;
  readonly names: Pick<PlanNames, 'person' | 'skill'>;
  readonly onChange: (draft: PlanDraft) => void;
}

/** Who is not to be trained, what is pinned and what is left to others; each can be taken back. */
export function Wishes({ draft, names, onChange }: WishesProps) {
  const t = useText();
  const { without, pins, barred } = draft;
  if (without.length + pins.length + barred.length === 0) return null;
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
  ];
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
