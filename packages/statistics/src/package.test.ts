import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const MODULES = join(ROOT, 'node_modules');
const NAME = '@tirek/statistics';
/** Compiling, packing and installing on a busy machine. */
const LONG = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'statistics-package-'));
const project = join(folder, 'project');
const tarballs = join(folder, 'tarballs');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, words: readonly string[], cwd: string): string {
  // Without what an outer npm tells its children: this one is at home elsewhere.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_OPTIONS)/i.test(name)),
  );
  const path = [join(MODULES, '.bin'), env.PATH].join(delimiter);
  const options = { cwd, env: { ...env, PATH: path }, encoding: 'utf8' } as const;
  // On Windows npm and tsc are scripts of its shell.
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, words, { ...options, shell });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** A copy of what packing needs: the workspace itself is in use by others meanwhile. */
function packACopy(): void {
  const copy = join(folder, 'copy');
  const own = [
    'LICENSE',
    'tsconfig.base.json',
    'scripts/pack-statistics.ts',
    ...['package.json', 'README.md', 'tsconfig.json', 'tsconfig.build.json', 'src'].map(
      (name) => `packages/statistics/${name}`,
    ),
  ];
  for (const path of own) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(MODULES, join(copy, 'node_modules'));
  const packed = join(copy, 'packages/statistics');
  run('npm', ['pack', '--pack-destination', tarballs], packed);
  expect(readFileSync(join(packed, 'package.json'), 'utf8')).toBe(
    readFileSync(join(ROOT, 'packages/statistics/package.json'), 'utf8'),
  );
}

/** Where the dependencies of a package, and theirs, are installed. */
function dependenciesOf(place: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  return Object.keys(dependencies).flatMap((name) => {
    const dependency = join(MODULES, name);
    return [dependency, ...dependenciesOf(dependency)];
  });
}

/** Out of what is installed here: no network. */
function packDependencies(): void {
  const places = new Set(dependenciesOf(join(ROOT, 'packages/statistics')));
  run('npm', ['pack', ...places, '--ignore-scripts', '--pack-destination', tarballs], folder);
}

beforeAll(() => {
  mkdirSync(tarballs);
  mkdirSync(project);
  packACopy();
  packDependencies();
  const manifest = { name: 'empty', private: true, type: 'module' };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  const files = readdirSync(tarballs).map((name) => join(tarballs, name));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...files], project);
}, LONG);

const README = readFileSync(join(ROOT, 'packages/statistics/README.md'), 'utf8');
const blockOf = (language: string) =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(README)?.[1] as string;

describe('an empty project that installs the package', () => {
  it(
    'runs the example of its README in plain JavaScript',
    () => {
      writeFileSync(join(project, 'example.js'), blockOf('js'));
      expect(run('node', ['example.js'], project)).toBe(blockOf('text'));
    },
    LONG,
  );

  it(
    'has its types checked, those of the package as well',
    () => {
      const source = `
        import { describe, type Grim, grimMean, randomIntercept, type Values } from '${NAME}';
        const answers: Values = [1, null, 3];
        export const mean: number | null = describe(answers).mean;
        export const grim: Grim = grimMean({ value: 3.4, decimals: 1 }, { n: 5 });
        const model = randomIntercept({ outcome: answers, groups: ['a', 'a', 'b'] });
        export const variance: number = model.kind === 'estimated' ? model.varianceWithin : 0;
        // @ts-expect-error: words are no answers
        describe(['often']);
        // @ts-expect-error: not before it is known to be estimated
        model.varianceWithin;
      `;
      writeFileSync(join(project, 'typed.ts'), source);
      for (const module of ['nodenext', 'preserve']) {
        const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', module];
        run('tsc', [...options, 'typed.ts'], project);
      }
    },
    LONG,
  );

  it('gets JavaScript, declarations, licence and README, and nothing of the workspace', () => {
    const installed = join(project, 'node_modules', NAME);
    expect(readdirSync(installed).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ]);
    const compiled = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(compiled).toContain('index.js');
    expect(compiled).toContain('index.d.ts');
    expect(compiled.filter((name) => /\.test\.|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ exports: { default: './dist/index.js' } });
    expect(manifest).not.toHaveProperty('scripts');
  });
});
