import { SearchBox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { usePhone } from '../ui/use-phone.ts';
import { useUrlState } from './url-state.ts';

/** Milliseconds after the last key: a list follows the typing, and is not asked for at each letter of a quick typist. */
const PAUSE = 80;

/** Typing filters after a short pause; the text stands in the address. */
export function UrlSearchBox({ label, width = 400 }: { label: string; width?: number }) {
  const [url, patch] = useUrlState();
  const phone = usePhone();
  const inUrl = url.search ?? '';
  const [text, setText] = useState(inUrl);
  // What comes back is our own text of a moment ago: it must not undo what was typed since.
  const sent = useRef(inUrl);
  useEffect(() => {
    if (inUrl === sent.current) return;
    sent.current = inUrl;
    setText(inUrl);
  }, [inUrl]);
  useEffect(() => {
    if (text === inUrl) return;
    const timer = setTimeout(() => {
      sent.current = text;
      patch({ search: text === '' ? undefined : text });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, inUrl, patch]);
  return (
    <SearchBox
      aria-label={label}
      className="no-print"
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
      style={{ width: phone ? '100%' : width, maxWidth: '100%' }}
    />
  );
}
