import { useEffect, useState } from 'react';

/** While somebody types or moves a slider nothing is asked, in ms. */
const STILLNESS = 250;

/** A value once it has stayed the same for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is equal in content is the same question.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), STILLNESS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
