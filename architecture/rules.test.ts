import { describe, expect, test } from 'vitest';
import { borders, staleBorders } from './rules/borders.ts';
import { decisions, documentsInCode, links, quotedPaths } from './rules/documents.ts';
import { featureEntries } from './rules/feature-entries.ts';
import { featureWords } from './rules/feature-words.ts';
import { fileLength } from './rules/file-length.ts';
import { finished } from './rules/finished.ts';
import { machinePaths, nothingOutside } from './rules/machine-paths.ts';
import { dependenciesTold, oneLicence, pinnedVersions, sameVersions } from './rules/manifests.ts';
import { map, treeOf } from './rules/map.ts';
import { noCircles } from './rules/no-circles.ts';
import { ownCopies } from './rules/own-copies.ts';
import { ownFormats } from './rules/own-formats.ts';
import { packageImports } from './rules/package-imports.ts';
import { quotedCommands } from './rules/quoted-commands.ts';
import { sqlPlaces } from './rules/sql-places.ts';
import { tellingNames } from './rules/telling-names.ts';
import { testTools } from './rules/test-tools.ts';
import { file } from './source-file.ts';

const SERVER = 'packages/server/src';
const DOMAIN = 'packages/domain/src';
const WEB = 'packages/web/src';

describe('a package imports what lies under it', () => {
  test.each([
    ['packages/statistics/src/mean.ts', `import { Problem } from '@tirek/domain/problem';`],
    [`${DOMAIN}/a.ts`, `import { readFile } from 'node:fs/promises';`],
    [`${DOMAIN}/a.ts`, `import * as z from 'zod';`],
    [`${SERVER}/a.ts`, `export { App } from '@tirek/web';`],
    [`${WEB}/a.ts`, `const { mean } = await import('@tirek/statistics');`],
    ['packages/respondent/src/a.ts', `import { endpoint } from '@tirek/domain/contract';`],
    ['packages/respondent/src/a.ts', `import * as z from 'zod/mini';`],
    [`${WEB}/a.ts`, `import { may } from '../../domain/src/access/index.ts';`],
    [`${SERVER}/a.ts`, `import '../../../bench/index.ts';`],
    [`${SERVER}/a.ts`, `import {\n  one,\n  two,\n} from '@tirek/web/ui';`],
  ])('%s with %s is refused', (path, text) => {
    expect(packageImports([file(path, text)])).toHaveLength(1);
  });

  test('what lies under it is fine, and a sentence about an import is none', () => {
    expect(
      packageImports([
        file(`${SERVER}/a.ts`, `import { renderSurveyPage } from '@tirek/respondent';`),
        file(`${SERVER}/b.ts`, `// import { App } from '@tirek/web'\nimport 'node:fs';`),
        file(
          `${DOMAIN}/text/format.test.ts`,
          `import { make } from '../../../../scripts/make.ts';`,
        ),
      ]),
    ).toEqual([]);
  });
});

describe('features meet through their entries', () => {
  test.each([
    ['a feature opens a file of another', `${SERVER}/surveys/routes.ts`, '../consents/queries.ts'],
    ['a foundation knows a feature', `${SERVER}/http/server.ts`, '../access/index.ts'],
    ['a feature knows a command', `${SERVER}/surveys/routes.ts`, '../cli/serve.ts'],
    [
      'a page opens a page of another feature',
      `${WEB}/reports/a-page.tsx`,
      '../surveys/b-page.tsx',
    ],
    ['the list of features opens a file', `${SERVER}/app.ts`, './reports/routes.ts'],
  ])('%s', (_what, path, specifier) => {
    expect(featureEntries([file(path, `import { x } from '${specifier}';`)])).toHaveLength(1);
  });

  test('a feature that reaches the others through app.ts is found', () => {
    expect(
      featureEntries([
        file(`${SERVER}/app.ts`, `import { r } from './surveys/index.ts';`),
        file(`${SERVER}/consents/routes.ts`, `import { routes } from '../app.ts';`),
      ]),
    ).toEqual([`${SERVER}/consents/routes.ts: opens ${SERVER}/app.ts; it puts features together`]);
  });

  test('entries are index.ts and what package.json names; pages open one by one, the shell without panels; tests look inside', () => {
    const manifest = { exports: { './instruments/engine': './src/instruments/engine.ts' } };
    expect(
      featureEntries([
        file('packages/domain/package.json', JSON.stringify(manifest)),
        file(`${DOMAIN}/surveys/wire.ts`, `import type { A } from '../instruments/engine.ts';`),
        file(`${SERVER}/surveys/routes.ts`, `import { x } from '../consents/index.ts';`),
        file(`${SERVER}/surveys/a.test.ts`, `import { x } from '../consents/queries.ts';`),
        file(`${WEB}/routes.tsx`, `() => import('./surveys/wave-page.tsx')`),
        file(`${WEB}/main.tsx`, `import { x } from './people/while-offline.ts';`),
      ]),
    ).toEqual([]);
  });
});

describe('folders never use each other in a circle', () => {
  const chain = [
    file(`${SERVER}/a/index.ts`, `import type { B } from '../b/index.ts';`),
    file(`${SERVER}/b/index.ts`, `import { c } from '../c/index.ts';`),
  ];

  test('a chain is none', () => {
    expect(noCircles(chain)).toEqual([]);
  });

  test('its ends tied together are one, told once', () => {
    const end = file(`${SERVER}/c/deep/place.ts`, `import { a } from '../../a/index.ts';`);
    expect(noCircles([...chain, end])).toEqual([
      `server/a -> server/b (${SERVER}/a/index.ts), server/b -> server/c (${SERVER}/b/index.ts), server/c -> server/a (${SERVER}/c/deep/place.ts)`,
    ]);
  });
});

test('what runs for people may not use what was made for tests', () => {
  const text = `import { castOf } from '../test/cast.ts';`;
  expect(testTools([file(`${SERVER}/access/routes.ts`, text)])).toHaveLength(1);
  expect(testTools([file(`${SERVER}/access/routes.test.ts`, text)])).toEqual([]);
});

test('a feature that domain does not have, and a folder that is nothing, are found', () => {
  expect(
    featureWords([
      file(`${DOMAIN}/surveys/contract.ts`),
      file(`${SERVER}/surveys/routes.ts`),
      file(`${SERVER}/cases/routes.ts`),
      file(`${WEB}/questionnaires/page.tsx`),
    ]),
  ).toEqual([
    `${SERVER}/cases: packages/domain/src has no cases`,
    `${WEB}/questionnaires: neither feature nor foundation`,
  ]);
});

test('a drawer is found as a folder and as a file; the directory of services is none', () => {
  expect(
    tellingNames([
      file(`${SERVER}/surveys/utils.ts`),
      file(`${SERVER}/common/day.ts`),
      file(`${SERVER}/services/routes.ts`),
      file('scripts/types.ts'),
    ]),
  ).toEqual([
    `${SERVER}/surveys/utils.ts: "utils" tells nothing of what is inside`,
    `${SERVER}/common: "common" tells nothing of what is inside`,
  ]);
});

test('the 501st line is one too many, except in a generated file', () => {
  const lines = (count: number) => 'x\n'.repeat(count);
  expect(fileLength([file('a.ts', lines(500)), file('b.css', lines(501))])).toEqual([
    'b.css: 501 lines, 500 at most',
  ]);
  expect(fileLength([file('a.ts', `// Made by scripts/tables.ts.\n${lines(600)}`)])).toEqual([]);
});

test.each([
  `tx.selectFrom('wave').selectAll()`,
  'sql<{ id: string }>`select 1`',
  `pool.query(text)`,
  `const text = 'select id from wave';`,
  'const text = `\n  insert into wave (id) values ($1)`;',
])('a handler may not ask the database itself: %s', (text) => {
  expect(sqlPlaces([file(`${SERVER}/surveys/routes.ts`, text)])).toHaveLength(1);
  expect(sqlPlaces([file(`${SERVER}/surveys/queries.ts`, text)])).toEqual([]);
  expect(sqlPlaces([file(`${SERVER}/db/migrate.ts`, text)])).toEqual([]);
});

test.each([`new Intl.DateTimeFormat('kk')`, `day.toLocaleDateString('kk')`])(
  'no browser writes a date for Madina: %s',
  (text) => {
    expect(ownFormats([file(`${WEB}/surveys/page.tsx`, text)])).toHaveLength(1);
    expect(ownFormats([file('scripts/locale-data.ts', text)])).toEqual([]);
  },
);

test.each([
  'const now = new Date();',
  'const at = Date.now();',
  'if (Math.random() < 0.5) retry();',
  'const id = crypto.randomUUID();',
  'const bytes = randomBytes(16);',
])('a handler may not take time or chance by itself: %s', (text) => {
  expect(borders([file(`${SERVER}/surveys/routes.ts`, text)])).toHaveLength(1);
  expect(borders([file(`${SERVER}/surveys/routes.test.ts`, text)])).toEqual([]);
  expect(borders([file(`${SERVER}/main.ts`, text)])).toEqual([]);
});

test('chance that was handed in is fine, and so is a date made of something', () => {
  const text = `world.randomBytes(16); new Date(input.at); newId();`;
  expect(borders([file(`${SERVER}/cli/backup.ts`, text)])).toEqual([]);
});

test('a leave for chance that nobody uses is found', () => {
  const unused = staleBorders([file(`${SERVER}/main.ts`, 'run();')]);
  expect(unused).toContain(
    `${SERVER}/main.ts: has leave for "start of the program" and does not use it`,
  );
});

test.each([
  '// TODO: later',
  '/* FIXME */',
  `it.skip('a', b)`,
  `describe.only('a', b)`,
  `test.todo('a')`,
])('nothing is left for later: %s', (text) => {
  expect(finished([file('packages/a/src/a.test.ts', `one();\n${text}\n`)])).toHaveLength(1);
});

test('a folder of one machine is found, one of the cast is not', () => {
  expect(machinePaths([file('a.ts', `const a = '/home/somebody/tirek';`)])).toHaveLength(1);
  expect(machinePaths([file('a.md', 'See /root/tirek.')])).toHaveLength(1);
  expect(
    machinePaths([file('a.ts', `const a = '/home/kairat/tirek'; get('/api/work/items');`)]),
  ).toEqual([]);
});

test('a file beside the clone is found, one inside is not', () => {
  const text = `readFileSync('../../shared/report.csv')`;
  expect(nothingOutside([file('scripts/a.ts', text)])).toHaveLength(1);
  expect(nothingOutside([file('packages/domain/src/reports/a.ts', text)])).toEqual([]);
});

describe('manifests', () => {
  const manifest = (path: string, content: object) => file(path, JSON.stringify(content));

  test.each(['^1.0.0', '~1.0.0', '1.x', '*', 'latest', 'github:a/b'])(
    '%s is not pinned',
    (version) => {
      expect(pinnedVersions([manifest('package.json', { dependencies: { a: version } })])).toEqual([
        `package.json: a is not pinned (${version})`,
      ]);
    },
  );

  test('two versions of one package are found', () => {
    expect(
      sameVersions([
        manifest('package.json', { dependencies: { a: '1.0.0' } }),
        manifest('packages/b/package.json', { devDependencies: { a: '1.0.1' } }),
      ]),
    ).toEqual(['packages/b/package.json: a is 1.0.1 here and 1.0.0 elsewhere']);
  });

  test('a dependency without an argument, and an argument without a dependency, are found', () => {
    expect(
      dependenciesTold([
        manifest('package.json', { dependencies: { a: '1.0.0', 'b-linux-x64': '1.0.0' } }),
        file('docs/decisions/0006-dependencies.md', '| `b` | why |\n| `c` | why |\n'),
      ]),
    ).toEqual([
      'docs/decisions/0006-dependencies.md: no line for a',
      'docs/decisions/0006-dependencies.md: nobody uses c',
    ]);
  });

  test('another licence, and none, are found', () => {
    expect(
      oneLicence([manifest('package.json', { license: 'MIT' }), manifest('e2e/package.json', {})]),
    ).toHaveLength(2);
  });
});

describe('documents', () => {
  const ARCHITECTURE = [
    '```tree',
    'packages/  what is built',
    '  domain/',
    '    src/',
    '      access/',
    '      gone.ts',
    '```',
  ].join('\n');

  test('the map is read by its indents', () => {
    expect(treeOf(ARCHITECTURE)).toEqual([
      'packages/',
      'packages/domain/',
      'packages/domain/src/',
      'packages/domain/src/access/',
      'packages/domain/src/gone.ts',
    ]);
  });

  test('the map names what is gone, and misses what is there', () => {
    expect(
      map([
        file('ARCHITECTURE.md', ARCHITECTURE),
        file(`${DOMAIN}/access/index.ts`),
        file(`${DOMAIN}/surveys/index.ts`),
      ]),
    ).toEqual([
      'ARCHITECTURE.md: there is no packages/domain/src/gone.ts',
      'ARCHITECTURE.md: does not show packages/domain/src/surveys/',
    ]);
  });

  test('links to nowhere, to a missing heading and to a missing picture are found', () => {
    const text =
      '[a](docs/a.md) [b](docs/b.md) [c](docs/a.md#second-thing) [d](docs/a.md#third) [e](https://example.org) ![f](docs/f.png)';
    expect(
      links([file('README.md', text), file('docs/a.md', '# First\n\n## Second thing\n')]),
    ).toEqual([
      'README.md: docs/b.md leads nowhere',
      'README.md: docs/a.md#third names no heading',
      'README.md: docs/f.png leads nowhere',
    ]);
  });

  test('a document that code names and nobody wrote is found', () => {
    const text = '// see docs/decisions/0099-nothing.md and docs/a.md';
    expect(documentsInCode([file(`${SERVER}/a.ts`, text), file('docs/a.md')])).toEqual([
      `${SERVER}/a.ts: there is no docs/decisions/0099-nothing.md`,
    ]);
  });

  test('a decision without a price, and one with a number that is taken, are found', () => {
    const whole = '# 7. Backups\n\n## Context\n\n## Choice\n\n## Price\n';
    expect(
      decisions([
        file('docs/decisions/0007-backups.md', whole),
        file('docs/decisions/0007-other.md', '# 7. Other\n\n**Context.** a\n\n**Choice.** b\n'),
        file('docs/decisions/notes.md'),
      ]),
    ).toEqual([
      'docs/decisions/0007-backups.md: the number is taken',
      'docs/decisions/0007-other.md: the number is taken',
      'docs/decisions/0007-other.md: no price',
      'docs/decisions/notes.md: not named NNNN-what.md',
    ]);
  });

  test('a quoted path that is gone is found; patterns and addresses are left alone', () => {
    const text = '`docs/a.md` `docs/gone.md` `docs/<code>.md` `/api/docs/` `and/or`';
    expect(quotedPaths([file('README.md', text), file('docs/a.md')])).toEqual([
      'README.md: there is no docs/gone.md',
    ]);
  });

  test.each([
    'npm start',
    'npm run gone',
    'npx tirek fly',
    'tirek audit forget',
    'npx vitest run --project moon',
    'node scripts/gone.ts',
  ])('a command that cannot be given is found: %s', (command) => {
    expect(quotedCommands([file('README.md', `Run \`${command}\`.`)])).toHaveLength(1);
    expect(quotedCommands([file('README.md', `\`\`\`sh\n${command}\n\`\`\``)])).toHaveLength(1);
  });

  test('a command that can be given is fine', () => {
    const text =
      '`npm ci && npm test` `npm run -s build -w packages/web` `npx tirek serve --demo` `tirek audit verify` `npx vitest run --project domain` `node scripts/a.ts` `npm ci`';
    expect(
      quotedCommands([
        file('README.md', text),
        file('package.json', '{ "scripts": { "test": "", "build": "" } }'),
        file(`${SERVER}/cli/commands.ts`, `{\n  serve: {\n  'audit verify': {\n}`),
        file('vitest.config.ts', `unit('domain')`),
        file('scripts/a.ts'),
      ]),
    ).toEqual([]);
  });
});

describe('what is held about somebody is in her own copy', () => {
  const migration = (text: string) => file(`${SERVER}/db/migrations/20260101-10-a.sql`, text);
  const diary = 'create table diary (\n  id uuid primary key,\n  person_id uuid not null\n);\n';

  test.each([
    ['a table that nobody tells', [migration(diary)]],
    [
      'a table that is gone',
      [
        file(
          `${SERVER}/people/held-about.ts`,
          "export const x = {\n  tables: ['gone'],\n\n  read() {},\n};",
        ),
      ],
    ],
  ])('%s is found', (_what, files) => {
    expect(ownCopies(files)).toHaveLength(1);
  });

  test('a table that is told, one that is left out with a reason, and one about nobody are fine', () => {
    expect(
      ownCopies([
        migration(
          `${diary}create table key (\n  person_id uuid primary key\n);\ncreate table region (\n  code text\n);\n`,
        ),
        file(
          `${SERVER}/people/held-about.ts`,
          "export const x = {\n  tables: ['diary'],\n\n  read() {},\n};",
        ),
        file(
          `${SERVER}/privacy/own-copy/not-told.ts`,
          "export const NOT_TOLD = {\n  key: 'a key',\n};",
        ),
      ]),
    ).toEqual([]);
  });
});
