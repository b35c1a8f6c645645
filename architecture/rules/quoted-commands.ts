import type { Rule, SourceFile } from '../source-file.ts';

/** Words that npm itself understands. */
const OF_NPM = new Set([
  'ci',
  'install',
  'uninstall',
  'run',
  'exec',
  'update',
  'outdated',
  'audit',
  'ls',
  'pack',
  'help',
]);
const COMMANDS_FILE = 'packages/server/src/cli/commands.ts';

/** Every command that a document quotes can be given: scripts of npm, commands of `tirek`, projects of Vitest, files for Node. */
export const quotedCommands: Rule = (files) => {
  const known = {
    scripts: scriptsOf(files),
    commands: commandsOf(files),
    projects: projectsOf(files),
  };
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      codeOf(text).flatMap((line) =>
        [
          ...wrongNpm(line, known.scripts),
          ...wrongTirek(line, known.commands),
          ...wrongProject(line, known.projects),
          ...wrongFile(line, files),
        ].map((command) => `${path}: ${command} does not exist`),
      ),
    );
};

/** Lines of code blocks and what stands between backticks. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/```[^\n]*\n(.*?)```/gs)].flatMap(([, block]) =>
    block!.split('\n'),
  );
  const quoted = [...text.replace(/```.*?```/gs, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code]) => code!,
  );
  return [...blocks, ...quoted];
}

function wrongNpm(line: string, scripts: ReadonlySet<string>): string[] {
  return [...line.matchAll(/\bnpm (?:--?[\w-]+ )*([\w-]+)(?: (?:--?[\w-]+ )*([\w:-]+))?/g)].flatMap(
    ([whole, verb, next]) => {
      if (verb === 'run') return next && !scripts.has(next) ? [whole] : [];
      return OF_NPM.has(verb!) || scripts.has(verb!) ? [] : [whole];
    },
  );
}

function wrongTirek(line: string, commands: ReadonlySet<string>): string[] {
  return [...line.matchAll(/(?:^|\bnpx |[;&|] *)tirek +([a-z]+)(?: ([a-z]+))?/g)].flatMap(
    ([whole, first, second]) =>
      commands.has(first!) || commands.has(`${first} ${second}`) ? [] : [whole],
  );
}

function wrongProject(line: string, projects: ReadonlySet<string>): string[] {
  return [...line.matchAll(/--project[ =]([\w-]+)/g)].flatMap(([whole, name]) =>
    projects.has(name!) ? [] : [whole],
  );
}

function wrongFile(line: string, files: readonly SourceFile[]): string[] {
  return [...line.matchAll(/\bnode (?:--?[\w-]+ )*([\w./-]+\.(?:ts|js))/g)].flatMap(
    ([whole, path]) => (files.some((file) => file.path === path) ? [] : [whole]),
  );
}

const textOf = (files: readonly SourceFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? '';

const scriptsOf = (files: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(Object.keys(JSON.parse(textOf(files, 'package.json') || '{}').scripts ?? {}));

/** The names under `COMMANDS`, such as `serve` and `audit verify`, and `help`. */
const commandsOf = (files: readonly SourceFile[]): ReadonlySet<string> =>
  new Set([
    'help',
    ...[...textOf(files, COMMANDS_FILE).matchAll(/^ {2}(?:'([a-z ]+)'|([a-z]+)): \{$/gm)].map(
      ([, quoted, plain]) => (quoted ?? plain)!,
    ),
  ]);

const projectsOf = (files: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(
    [...textOf(files, 'vitest.config.ts').matchAll(/unit\('(\w+)'\)|name: '(\w+)'/g)].map(
      ([, unit, name]) => (unit ?? name)!,
    ),
  );
