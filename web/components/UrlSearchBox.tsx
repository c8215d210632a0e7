import { SearchBox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useUrlState } from './url-state.ts';

const PAUSE = 250;

/** Typing filters after a short pause; the text stands in the address. */
export function UrlSearchBox({ label }: { label: string }) {
  const [url, patch] = useUrlState();
  const inUrl = url.search ?? '';
  const [text, setText] = useState(inUrl);
  useEffect(() => setText(inUrl), [inUrl]);
  useEffect(() => {
    if (text === inUrl) return;
    const timer = setTimeout(() => patch({ search: text === '' ? undefined : text }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, inUrl, patch]);
  return (
    <SearchBox
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
      style={{ width: 400, maxWidth: '100%' }}
    />
  );
}
