const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

function first(names: readonly (readonly [RegExp, string])[], text: string): string | null {
  return names.find(([form]) => form.test(text))?.[1] ?? null;
}

/** "Firefox, Windows" of what a browser says of itself; `null` when it says nothing that people would recognise. */
export function browserName(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const parts = [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
