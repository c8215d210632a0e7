import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { Ability } from '../../src/contract/roles.ts';
import type { PageId } from '../help/page-topics.ts';
import { useText } from '../messages/use-text.ts';
import { HelpLink } from './HelpLink.tsx';
import styles from './PageFrame.module.css';
import { RolesLine } from './RolesLine.tsx';

export interface Crumb {
  readonly to: string;
  readonly label: string;
}

interface PageFrameProps {
  /** Whose `?` stands beside the title; the pages of the help have none. */
  readonly page?: PageId;
  readonly title: string;
  /** Pages above this one, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** Pages about company data name the roles they serve: those that may do any of this. */
  readonly ability?: Ability | readonly Ability[];
  readonly actions?: ReactNode;
  readonly lead?: ReactNode;
  /** Which programme the page speaks of. */
  readonly choice?: ReactNode;
  /** The page fills the window and scrolls inside (long tables). */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** The first page of a visit leaves the focus alone; later ones move it to their title. */
let visited = false;

function useTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Jalon`;
  }, [title]);
  // Before the page can be seen: later it could take the focus from a control that is already in use.
  useLayoutEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
  return heading;
}

export function PageFrame(props: PageFrameProps) {
  const t = useText();
  const heading = useTitle(props.title);
  return (
    <div className={props.fill === true ? `${styles.page} ${styles.fill}` : styles.page}>
      <div className={styles.head}>
        {props.crumbs !== undefined && (
          <nav aria-label={t('shell.breadcrumb')} className={`${styles.crumbs} no-print`}>
            <ol>
              {props.crumbs.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                </li>
              ))}
              <li aria-current="page">{props.title}</li>
            </ol>
          </nav>
        )}
        <div className={styles.titleRow}>
          <div className={styles.title}>
            <h1 ref={heading} tabIndex={-1}>
              {props.title}
            </h1>
            {props.page !== undefined && <HelpLink page={props.page} />}
          </div>
          {props.actions !== undefined && <div className={`${styles.actions} no-print`}>{props.actions}</div>}
        </div>
        {props.choice}
        {props.lead !== undefined && <div className={styles.lead}>{props.lead}</div>}
        {props.ability !== undefined && <RolesLine abilities={[props.ability].flat()} />}
      </div>
      {props.children}
    </div>
  );
}
