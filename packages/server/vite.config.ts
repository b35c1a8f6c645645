import { dirname, join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const DIST = join(import.meta.dirname, 'dist');

/** What is started: the program, and the files that it starts in processes of their own. */
const STARTED = {
  tirek: 'src/main.ts',
  'import-worker': 'src/surveys/answer-import/import-worker.ts',
  'plan-worker': 'src/reports/releases/plan-worker.ts',
  'forecast-worker': 'src/reports/adolescence/forecast-worker.ts',
  'figures-worker': 'src/reports/help-given/figures-worker.ts',
  'trial-worker': 'src/pathways/trials/trial-worker.ts',
  'document-worker': 'src/reports/documents/document-worker.ts',
  'report-worker': 'src/reports/report-worker.ts',
  'export-worker': 'src/reports/exports/export-worker.ts',
};

/** Compiled for one platform, or files that are looked up by their names: they stay where npm put them. */
const WITH_FILES = [
  '@expo-google-fonts/noto-sans',
  '@myriaddreamin/typst-ts-node-compiler',
  '@node-rs/argon2',
  '@resvg/resvg-js',
];

/** A few files in place of more than a thousand, for a quick start (docs/decisions/0084-quick-start.md). */
export default defineConfig({
  plugins: [places()],
  ssr: { noExternal: true, external: WITH_FILES },
  build: {
    ssr: true,
    outDir: DIST,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      input: STARTED,
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** A source finds the files beside it (migrations, forms, templates) where they are, seen from `dist`; workers are in `dist` too. */
function places(): Plugin {
  const seen = (path: string) => relative(DIST, path).replaceAll('\\', '/');
  return {
    name: 'tirek-places',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.') || id.includes('node_modules')) return undefined;
      const place = `process.getBuiltinModule('node:path').join(ITS_FOLDER, '${seen(dirname(id))}')`;
      return code
        .replaceAll(/new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g, (kept, name: string) =>
          name in STARTED ? `new URL('./${name}.js', ITS_URL)` : kept,
        )
        .replaceAll('import.meta.dirname', place)
        .replaceAll('import.meta.url', `new URL('${seen(id)}', ITS_URL).href`)
        .replaceAll('ITS_URL', 'import.meta.url')
        .replaceAll('ITS_FOLDER', 'import.meta.dirname');
    },
  };
}
