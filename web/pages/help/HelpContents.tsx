import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { HelpSection } from '../../help/help-topic.ts';
import { useText } from '../../messages/use-text.ts';
import styles from './Help.module.css';

/** The section at the top of the window, so that the list shows where the reader is. */
function useCurrent(sections: readonly HelpSection[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.anchor);
  useEffect(() => {
    const headings = sections.flatMap(({ anchor }) => document.getElementById(anchor) ?? []);
    const scroller = document.getElementById('content');
    if (scroller === null) return;
    const onScroll = () => {
      const edge = scroller.getBoundingClientRect().top + 96;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= edge);
      const atEnd =
        scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4;
      setCurrent((atEnd ? headings.at(-1) : (passed.at(-1) ?? headings[0]))?.id);
    };
    onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [sections]);
  return current;
}

/** What is on the page: beside the text on wide screens, above it on narrow ones. */
export function HelpContents({
  sections,
  print,
}: {
  sections: readonly HelpSection[];
  print: (text: string) => string;
}) {
  const t = useText();
  const current = useCurrent(sections);
  return (
    <nav className={`${styles.contents} no-print`} aria-labelledby="help-contents">
      <h2 id="help-contents">{t('help.contents')}</h2>
      <ul>
        {sections.map(({ anchor, title }) => (
          <li key={anchor}>
            <Link
              to="."
              search={(before) => before}
              hash={anchor}
              activeOptions={{ includeHash: true }}
              {...(anchor === current ? { 'data-current': 'true' } : {})}
            >
              {print(title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
