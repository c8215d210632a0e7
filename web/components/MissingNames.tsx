import type { LocalText } from '../../src/contract/common.ts';
import { useLocalText, useText } from '../messages/use-text.ts';

interface MissingNamesProps {
  readonly unknown: readonly LocalText[];
  readonly missed?: readonly LocalText[];
  readonly className?: string | undefined;
}

/** By name: what is not known comes first, because it may turn the answer; then what is known not to be enough. */
export function MissingNames({ unknown, missed = [], className }: MissingNamesProps) {
  const t = useText();
  const local = useLocalText();
  const names = (things: readonly LocalText[]) => things.map(local).join(', ');
  return (
    <>
      {unknown.length > 0 && (
        <span className={className}>{t('missing.unknown', { names: names(unknown) })}</span>
      )}
      {missed.length > 0 && (
        <span className={className}>{t('missing.missed', { names: names(missed) })}</span>
      )}
    </>
  );
}
