/** A way mark: a pin on the map with the chevron that shows the way up. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d="M16 2.5c-5 0-9 3.9-9 8.9 0 6.3 9 18.1 9 18.1s9-11.8 9-18.1c0-5-4-8.9-9-8.9z"
        fill="var(--colorBrandForeground1)"
      />
      <path d="M10.8 13.7 16 7.6l5.2 6.1h-3.3L16 11.5l-1.9 2.2z" fill="var(--colorNeutralBackground1)" />
    </svg>
  );
}
