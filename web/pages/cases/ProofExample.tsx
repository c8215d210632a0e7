import type { ProofKind } from '../../../src/contract/cases.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Cases.module.css';
import { PROOFS } from './case-words.ts';

const TABLES: readonly ProofKind[] = ['users-report', 'skills-report'];

/** An invented picture of what a proof looks like: its parts, with nobody's name. */
export function ProofExample({ kind }: { kind: ProofKind }) {
  const t = useText();
  const rows = [0, 1, 2, 3];
  return (
    <figure className={styles.proof}>
      <svg viewBox="0 0 200 130" role="img" aria-label={t('cases.example', { proof: t(PROOFS[kind]) })}>
        <rect x="0" y="0" width="200" height="26" fill="#0f6b75" />
        <text x="10" y="17" fontSize="9" fill="#ffffff">
          {t('cases.example.title')}
        </text>
        {TABLES.includes(kind)
          ? rows.map((row) => (
              <g key={row} fill={row === 0 ? '#8a8886' : '#d2d0ce'}>
                <rect x="10" y={38 + row * 20} width="50" height="8" />
                <rect x="70" y={38 + row * 20} width="60" height="8" />
                <rect x="140" y={38 + row * 20} width="50" height="8" />
              </g>
            ))
          : rows.map((row) => (
              <g key={row}>
                <rect x="10" y={38 + row * 20} width="60" height="8" fill="#8a8886" />
                <rect x="80" y={38 + row * 20} width={110 - row * 15} height="8" fill="#d2d0ce" />
              </g>
            ))}
      </svg>
      <figcaption>{t(PROOFS[kind])}</figcaption>
    </figure>
  );
}
