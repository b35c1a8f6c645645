import { defineConfig } from 'vite';

/**
 * The floor: Chromium 94 (September 2021), what a phone bought new five years ago runs if it was never updated.
 * Older ones get the form that works without script. A test holds the built files to it.
 */
export const FLOOR = { script: 'es2021', style: 'chrome94' };

/** `vite build` makes the page's script and style, `vite build --mode worker` the service worker. */
export default defineConfig(({ mode }) => {
  const isWorker = mode === 'worker';
  return {
    define: { 'process.env.NODE_ENV': '"production"' },
    // Never the development form, whatever NODE_ENV says: it writes the paths of this machine into the page.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      target: FLOOR.script,
      cssTarget: FLOOR.style,
      outDir: 'dist',
      emptyOutDir: !isWorker,
      modulePreload: false,
      lib: {
        entry: isWorker ? 'src/worker/service-worker.ts' : 'src/main.tsx',
        formats: ['iife'],
        name: 'survey',
        fileName: () => (isWorker ? 'sw.js' : 'respondent.js'),
        cssFileName: 'respondent',
      },
    },
  };
});
