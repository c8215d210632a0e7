import { InfoRegular } from '@fluentui/react-icons';
import type { HelpBlock, HelpText } from '../../help/help-topic.ts';
import { useText } from '../../messages/use-text.ts';
import { GENERATED_PARTS } from './generated-parts.ts';
import styles from './Help.module.css';
import { HelpTextView } from './HelpTextView.tsx';

function Items({ items }: { items: readonly HelpText[] }) {
  return items.map((item) => (
    <li key={item}>
      <HelpTextView text={item} />
    </li>
  ));
}

function Note({ text }: { text: HelpText }) {
  const t = useText();
  return (
    <div className={styles.note} role="note" aria-label={t('help.note')}>
      <InfoRegular fontSize={20} />
      <p className={styles.words}>
        <HelpTextView text={text} />
      </p>
    </div>
  );
}

export function HelpBlockView({ block }: { block: HelpBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={styles.words}>
          <HelpTextView text={block.text} />
        </p>
      );
    case 'note':
      return <Note text={block.text} />;
    case 'list':
      return (
        <ul className={styles.words}>
          <Items items={block.items} />
        </ul>
      );
    case 'steps':
      return (
        <ol className={`${styles.words} ${styles.steps}`}>
          <Items items={block.items} />
        </ol>
      );
    case 'generated': {
      const Generated = GENERATED_PARTS[block.part];
      return <Generated />;
    }
  }
}
