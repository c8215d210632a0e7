import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import styles from './Bones.module.css';

/** Placeholder lines or cards while data is on its way. */
export function Bones({ count, height }: { count: number; height: number }) {
  const keys = Array.from({ length: count }, (_, index) => index);
  return (
    <Skeleton className={styles.bones!} aria-hidden="true">
      {keys.map((key) => (
        <SkeletonItem key={key} style={{ height }} />
      ))}
    </Skeleton>
  );
}
