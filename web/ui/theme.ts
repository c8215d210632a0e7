import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** A deep blue-green. Step 80 carries white text at 5.9:1, step 120 reads on the dark background at 6:1. */
const jalon: BrandVariants = {
  10: '#04191b',
  20: '#0b2a2d',
  30: '#0c3b40',
  40: '#0b494f',
  50: '#09565d',
  60: '#07616a',
  70: '#066872',
  80: '#0b6f79',
  90: '#247f88',
  100: '#3b9098',
  110: '#54a1a8',
  120: '#6db1b7',
  130: '#88c2c7',
  140: '#a5d2d6',
  150: '#c3e2e5',
  160: '#e1f2f3',
};

const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif";

export const lightTheme: Theme = {
  ...createLightTheme(jalon),
  fontFamilyBase,
  // Fluent's third foreground misses 4.5:1 on the tinted page background.
  colorNeutralForeground3: '#5a5a5a',
  colorNeutralForeground4: '#666666',
};

const dark = createDarkTheme(jalon);

export const darkTheme: Theme = {
  ...dark,
  fontFamilyBase,
  colorBrandForeground1: jalon[120],
  colorBrandForeground2: jalon[130],
  colorBrandForegroundLink: jalon[120],
  colorBrandForegroundLinkHover: jalon[130],
  colorCompoundBrandForeground1: jalon[120],
  colorCompoundBrandStroke: jalon[110],
  colorNeutralForeground4: '#a6a6a6',
};
