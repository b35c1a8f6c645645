import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contract } from './src/contract.ts';

export default defineConfig({
  plugins: [react(), endpoints(), shell(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Files as data: addresses would need a wider content policy.
    assetsInlineLimit: 0,
    // What every page stands on is one file on purpose (npm run bench -- web-size).
    chunkSizeWarningLimit: 900,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: 'index.html',
        'app-worker': 'src/offline/worker.ts',
        'push-worker': 'src/messages/push-worker.ts',
      },
      output: {
        // A worker's address must stay, or nobody could ever renew it.
        entryFileNames: ({ name }) =>
          name.endsWith('-worker') ? `${name}.js` : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // All that the first page needs comes in one file, whichever page it is.
            { name: 'shell', test: /\/web\/src\/main\.tsx$/, priority: 2 },
            // What forms and dialogs are made of comes in a second one, with the first page that needs any of it.
            { name: 'controls', test: /@mantine\/core\/esm\/components\//, priority: 1 },
          ],
        },
      },
    },
  },
});

/** The contracts without their schemas, as `virtual:endpoints`: kind, method and path are all that a client needs. */
function endpoints(): Plugin {
  const id = 'virtual:endpoints';
  return {
    name: 'tirek-endpoints',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(resolved) {
      if (resolved !== `\0${id}`) return undefined;
      const callable = Object.fromEntries(
        Object.entries(contract).map(([name, { kind, method, path }]) => [
          name,
          { kind, method, path },
        ]),
      );
      return `export const endpoints = ${JSON.stringify(callable)};`;
    },
  };
}

/** Tells the app's worker which files the app has, and one word that changes with any of them. */
function shell(): Plugin {
  return {
    name: 'tirek-shell',
    apply: 'build',
    // What was really written: some chunks of a page's entry are folded into others at the last moment.
    writeBundle({ dir }) {
      const folder = dir ?? 'dist';
      const files = readdirSync(join(folder, 'assets'))
        .filter((file) => /\.(js|css)$/.test(file))
        .map((file) => `/assets/${file}`)
        .toSorted();
      const mark = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      const told = `const SHELL=${JSON.stringify({ mark, files: [...files, '/tirek.svg'] })};`;
      const worker = join(folder, 'app-worker.js');
      writeFileSync(worker, told + readFileSync(worker, 'utf8'));
    },
  };
}

/** Writes each asset once more, compressed at leisure, so that no request pays for it. */
function compressed(): Plugin {
  return {
    name: 'tirek-compressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((file) =>
        /^assets\/.*\.(js|css)$/.test(file),
      )) {
        const path = join(dir ?? 'dist', name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
      }
    },
  };
}
