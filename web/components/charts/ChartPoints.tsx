import { type KeyboardEvent, useRef } from 'react';
import styles from './Charts.module.css';
import type { ChartData } from './chart-data.ts';

interface ChartPointsProps {
  readonly title: string;
  readonly data: ChartData;
  /** What is said of a point when it is reached. */
  readonly sayAll: (at: number) => string;
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  readonly onLookAt: (at: number | null) => void;
  /** Of the whole width, in percent: where the points begin and end. */
  readonly from: number;
  readonly to: number;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The places of the points lie over the picture: one of them is reached with Tab, the others with the arrows, and
 * each says its figures. Pointing at one is enough to read it below.
 */
export function ChartPoints(props: ChartPointsProps) {
  const { title, data, sayAll, chosen, onChoose, onLookAt, from, to } = props;
  const places = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(chosen, data.points.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    places.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one.
    <div
      ref={places}
      role="group"
      aria-label={title}
      className={`${styles.places} no-print`}
      style={{ left: `${from}%`, width: `${to - from}%` }}
      onKeyDown={move}
      onPointerLeave={() => onLookAt(null)}
    >
      {data.points.map(({ id }, at) => (
        <button
          key={id}
          type="button"
          aria-pressed={at === chosen}
          aria-label={sayAll(at)}
          tabIndex={at === chosen ? 0 : -1}
          onClick={() => onChoose(at)}
          onFocus={() => onChoose(at)}
          onPointerEnter={() => onLookAt(at)}
        />
      ))}
    </div>
  );
}
