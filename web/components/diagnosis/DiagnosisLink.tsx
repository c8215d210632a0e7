import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PATHS } from '../../paths.ts';

interface DiagnosisLinkProps {
  readonly userId: string;
  /** The skill that is missed or does not count. */
  readonly skill?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** From where something is missing to why, and what to do. */
export function DiagnosisLink({ userId, skill, className, children }: DiagnosisLinkProps) {
  return (
    <Link
      to={PATHS.diagnosis}
      search={{ user: userId, ...(skill === undefined ? {} : { skill }) }}
      className={className ?? ''}
    >
      {children}
    </Link>
  );
}
