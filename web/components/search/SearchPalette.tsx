import { Dialog, DialogBody, DialogSurface } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../messages/use-text.ts';
import styles from './SearchPalette.module.css';
import type { SearchEntry } from './search-entries.ts';
import { SEARCH_GROUP_LABELS } from './search-group-labels.ts';
import { onSearchOpened } from './search-opening.ts';
import { useSearchResults } from './use-search-results.ts';

function useShortcut(open: () => void) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    window.addEventListener('keydown', onKey);
    const stop = onSearchOpened(open);
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, [open]);
}

function optionId(index: number): string {
  return `search-option-${index}`;
}

function Palette({ onClose }: { onClose: () => void }) {
  const t = useText();
  const router = useRouter();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { groups, flat } = useSearchResults(text);
  const current = Math.min(active, flat.length - 1);
  const follow = (entry: SearchEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    if (entry.href === undefined) entry.run?.();
    else void router.navigate({ href: entry.href });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (current + step + flat.length) % Math.max(flat.length, 1);
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') follow(flat[current]);
  };
  return (
    <>
      <div className={styles.field}>
        <SearchRegular fontSize={20} />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="search-results"
          aria-activedescendant={flat.length === 0 ? undefined : optionId(current)}
          aria-label={t('search.open')}
          placeholder={t('search.placeholder')}
          // biome-ignore lint/a11y/noAutofocus: the reader asked for this field by opening the dialog.
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id="search-results" role="listbox" aria-label={t('search.results')} className={styles.results}>
        {groups.map(({ group, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox is not a fieldset.
          <div key={group} role="group" aria-labelledby={`search-${group}`}>
            <div id={`search-${group}`} className={styles.group}>
              {t(SEARCH_GROUP_LABELS[group])}
            </div>
            {entries.map((entry) => {
              const index = flat.indexOf(entry);
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as in any combobox.
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read by the field.
                <div
                  key={entry.key}
                  id={optionId(index)}
                  role="option"
                  aria-selected={index === current}
                  className={styles.option}
                  onMouseMove={() => setActive(index)}
                  onClick={() => follow(entry)}
                >
                  <span>{entry.label}</span>
                  <span className={styles.detail}>{entry.detail}</span>
                </div>
              );
            })}
          </div>
        ))}
        {flat.length === 0 && <p className={styles.none}>{t('search.none')}</p>}
      </div>
    </>
  );
}

/** Ctrl K: pages, competencies, people, skills, help and actions, by keyboard. */
export function SearchPalette() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  useShortcut(() => {
    if (!open) opener.current = document.activeElement;
    setOpen(true);
  });
  // A shortcut has no trigger for the dialog to return to: the focus goes back to where it was.
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    });
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface aria-label={t('search.open')} className={styles.surface!}>
        <DialogBody style={{ display: 'block' }}>
          <Palette onClose={() => setOpen(false)} />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
