import { useMemo } from 'react';
import styles from './QrCode.module.css';
import { qrCode } from './qr-code.ts';

const MARGIN = 4;

/** Dark on light in every theme: cameras do not read it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const modules = qrCode(text);
    const parts = modules.flatMap((row, y) =>
      row.map((dark, x) => (dark ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : '')),
    );
    return { path: parts.join(''), size: modules.length + 2 * MARGIN };
  }, [text]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
