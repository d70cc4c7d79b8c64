import { createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#effcf9',
  '#d6f5ef',
  '#aeeadf',
  '#80dccd',
  '#55c9b8',
  '#2fb3a2',
  '#16978a',
  '#0f766e',
  '#115e59',
  '#134e4a',
];

/** From text to the darkest ground; Mantine takes 0 for text, 6 for fields and 7 for the page. */
const dark: MantineColorsTuple = [
  '#dde3ea',
  '#b8c2cd',
  '#8d98a5',
  '#69737f',
  '#3a434d',
  '#2c333c',
  '#1f252c',
  '#111418',
  '#0d1013',
  '#0a0c0e',
];

export const theme = createTheme({
  primaryColor: 'plumb',
  primaryShade: { light: 7, dark: 5 },
  colors: { plumb: teal, dark },
  fontFamily: 'Inter, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  black: '#1b242d',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
  defaultRadius: 'md',
  cursorType: 'pointer',
  headings: { fontWeight: '650' },
});
