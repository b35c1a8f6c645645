import {
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  type MantineColorsTuple,
  mergeMantineTheme,
} from '@mantine/core';

/** The calm green that the respondent's page has too. Shade 9 fills buttons, 8 is what they turn to under the hand. */
const green: MantineColorsTuple = [
  '#eff6f4',
  '#ddece7',
  '#bfdad1',
  '#9ac5b9',
  '#70ad9d',
  '#4b9482',
  '#2f7e6c',
  '#1c6c5b',
  '#084a3e',
  '#0b5d4e',
];

const grey: MantineColorsTuple = [
  '#f7f8f7',
  '#eff1f0',
  '#e4e8e6',
  '#d6dcd9',
  '#bcc5c0',
  '#8d9892',
  '#66716b',
  '#4c5751',
  '#333c37',
  '#1b211e',
];

const SYSTEM_FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  colors: { green, gray: grey },
  primaryColor: 'green',
  primaryShade: 9,
  autoContrast: true,
  black: '#1b211e',
  fontFamily: SYSTEM_FONTS,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono", Consolas, monospace',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontFamily: SYSTEM_FONTS, fontWeight: '650', textWrap: 'balance' },
  components: {
    // Locking the scroll would write a style element, which the content policy forbids; `frame.css` does it instead.
    Modal: {
      defaultProps: { lockScroll: false, centered: true, radius: 'lg', overlayProps: overlay() },
    },
    Drawer: { defaultProps: { lockScroll: false, overlayProps: overlay() } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Button: { defaultProps: { fw: 600 } },
  },
});

function overlay() {
  return { color: '#0c1f1a', backgroundOpacity: 0.45 };
}

/**
 * Mantine would write the variables of a theme into a style element, which the content policy forbids.
 * These are the same variables as a sheet of its own: only those that differ from Mantine's static file, in light only.
 */
export function themeSheet(): CSSStyleSheet {
  const standard = defaultCssVariablesResolver(DEFAULT_THEME);
  const ours = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const changed = (mine: Record<string, string>, theirs: Record<string, string>) =>
    Object.fromEntries(Object.entries(mine).filter(([name, value]) => theirs[name] !== value));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables({
      variables: changed(ours.variables, standard.variables),
      light: { ...changed(ours.light, standard.light), ...READABLE },
      dark: {},
    }),
  );
  return sheet;
}

/** Mantine's own greys and red are too pale for small text on white (WCAG 2.2, 1.4.3). */
const READABLE = {
  '--mantine-color-dimmed': grey[6],
  '--mantine-color-placeholder': grey[6],
  '--mantine-color-error': '#b3261e',
  '--mantine-color-disabled-color': grey[6],
  '--mantine-color-default-border': grey[4],
};
