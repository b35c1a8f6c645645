import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans in the weights that a report is set in: it has every letter of Kazakh, Russian and English. */
export const FONT_FILES: readonly string[] = [
  '400Regular/NotoSans_400Regular.ttf',
  '500Medium/NotoSans_500Medium.ttf',
  '700Bold/NotoSans_700Bold.ttf',
].map((file) => resolve(`@expo-google-fonts/noto-sans/${file}`));

export function readFonts(): Promise<Buffer[]> {
  return Promise.all(FONT_FILES.map((file) => readFile(file)));
}
