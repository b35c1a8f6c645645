import { defineConfig } from 'vite';

/**
 * The floor: Chromium 94 (September 2021), what a phone bought new five years ago runs if it was never updated.
 * Older ones get the form that works without script. A test holds the built files to it.
 */
export const FLOOR = { script: 'es2021', style: 'chrome94' };

/** By mode: what a script is made of, and its name. `vite build` makes the survey's page with its style. */
const SCRIPTS: Readonly<Record<string, { entry: string; name: string }>> = {
  production: { entry: 'src/main.tsx', name: 'respondent.js' },
  own: { entry: 'src/own/main.tsx', name: 'own.js' },
  worker: { entry: 'src/worker/service-worker.ts', name: 'sw.js' },
};

export default defineConfig(({ mode }) => {
  const script = SCRIPTS[mode] ?? { entry: 'src/main.tsx', name: 'respondent.js' };
  return {
    define: { 'process.env.NODE_ENV': '"production"' },
    // Never the development form, whatever NODE_ENV says: it writes the paths of this machine into the page.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      target: FLOOR.script,
      cssTarget: FLOOR.style,
      outDir: 'dist',
      emptyOutDir: mode === 'production',
      modulePreload: false,
      lib: {
        entry: script.entry,
        formats: ['iife'],
        name: 'survey',
        fileName: () => script.name,
        cssFileName: 'respondent',
      },
    },
  };
});
