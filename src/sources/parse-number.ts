export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'rejected'; readonly reason: 'bad-number' | 'ambiguous-number' };

/**
 * Reads `9500`, `9500.5` and `9 500,50`. A comma followed by three digits may separate thousands or decimals,
 * so `1,200` is not guessed.
 */
export function parseNumber(text: string): ParsedNumber {
  const value = text.replace(/[\s\u00A0\u202F]/g, '');
  if (/^-?\d{1,15}(\.\d+)?(e[+-]?\d{1,2})?$/i.test(value)) return { kind: 'number', value: Number(value) };
  const comma = /^(-?\d{1,15}),(\d+)$/.exec(value);
  if (!comma) return { kind: 'rejected', reason: 'bad-number' };
  if (comma[2]!.length === 3) return { kind: 'rejected', reason: 'ambiguous-number' };
  return { kind: 'number', value: Number(`${comma[1]}.${comma[2]}`) };
}
