import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans in the weights that a report is set in: it has every letter of Kazakh, Russian and English. */
const FONTS = [
  { weight: 400, file: '400Regular/NotoSans_400Regular.ttf' },
  { weight: 500, file: '500Medium/NotoSans_500Medium.ttf' },
  { weight: 700, file: '700Bold/NotoSans_700Bold.ttf' },
].map(({ weight, file }) => ({ weight, file: resolve(`@expo-google-fonts/noto-sans/${file}`) }));

export function readFonts(): Promise<Buffer[]> {
  return Promise.all(FONTS.map(({ file }) => readFile(file)));
}

/** The files of the weights that a chart is drawn with: reading one takes as long as drawing a small chart. */
export function fontsOfChart(svg: string): string[] {
  return FONTS.filter(
    ({ weight }) => weight === 400 || svg.includes(`font-weight="${weight}"`),
  ).map(({ file }) => file);
}
