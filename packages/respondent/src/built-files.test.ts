import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'rolldown/parseAst';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderOwnPage, renderSurveyPage } from './page.ts';
import { sampleSurvey } from './test/sample-survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-respondent-'));
const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  for (const mode of ['production', 'own', 'worker']) {
    await build({ root, mode, logLevel: 'error', build: { outDir: folder } });
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Syntax that came after ES2021, by the name its node has in a syntax tree. */
const TOO_NEW = new Set([
  'PropertyDefinition', // class fields, ES2022
  'PrivateIdentifier', // #private, ES2022
  'StaticBlock', // ES2022
  'AccessorProperty', // decorators
  'Decorator',
  'ImportAttribute', // ES2025
]);
/** Flags of regular expressions after ES2021: `d` ES2022, `v` ES2024. */
const OLD_FLAGS = /^[gimsuy]*$/;
/** What Chromium 94 does not have, as it would be called. */
const LATER_CALLS =
  /\b(structuredClone|findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync|replaceAsync|isWellFormed)\b|AbortSignal\.(timeout|any)|\.with\(|URL\.(canParse|parse)\(|scheduler\.|startViewTransition|\.showPopover|\.inert\b/;

type Node = { type: string; [key: string]: unknown };

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const part of value) walk(part, visit);
  else if (value && typeof value === 'object') {
    if ('type' in value && typeof value.type === 'string') visit(value as Node);
    for (const part of Object.values(value)) walk(part, visit);
  }
}

function tooNew(code: string): string[] {
  const found: string[] = [];
  // As a classic script: `await` at the top level and `import` are errors of themselves.
  walk(parseAst(code, { sourceType: 'script' }), (node) => {
    if (TOO_NEW.has(node.type)) found.push(node.type);
    const pattern = node.regex as { flags: string; pattern: string } | undefined;
    if (pattern && !OLD_FLAGS.test(pattern.flags))
      found.push(`/${pattern.pattern}/${pattern.flags}`);
    if (
      pattern &&
      /\(\?[ims]*(-[ims]+)?:/.test(pattern.pattern) &&
      !pattern.pattern.includes('(?:')
    ) {
      found.push(`modifiers in /${pattern.pattern}/`);
    }
    if (node.type === 'VariableDeclaration' && /using/.test(`${node.kind}`)) found.push('using');
  });
  return found;
}

describe('what a phone of five years ago is given', () => {
  it('would be found out if it were too new', () => {
    expect(tooNew('class A { #b = 1; static { } }')).toEqual(
      expect.arrayContaining(['PropertyDefinition', 'PrivateIdentifier', 'StaticBlock']),
    );
    expect(tooNew('/a/v.test("a")')).toEqual(['/a/v']);
    expect(() => tooNew('await 1')).toThrow();
  });

  it.each(['respondent.js', 'own.js', 'sw.js'])(
    '%s is ES2021 and calls nothing that came later',
    (name) => {
      expect(tooNew(read(name))).toEqual([]);
      expect(LATER_CALLS.exec(read(name))?.[0]).toBeUndefined();
    },
  );

  it('has a style without anything that came after Chromium 94', () => {
    const css = read('respondent.css');
    expect(css).not.toMatch(
      /:has\(|@layer|@container|@scope|@starting-style|@property|color-mix\(|oklch\(|oklab\(|light-dark\(|\d[dsl]v[hwb]\b|text-wrap|subgrid|anchor\(|:popover-open|:user-(in)?valid|field-sizing|interpolate-size|\bscrollbar-gutter|\d(dvi|svi)|contain-intrinsic-[a-z-]*:\s*auto/,
    );
    // Nesting: a selector inside of a rule. Every rule stands alone or in an at-rule.
    expect(css.replace(/"[^"]*"/g, '')).not.toMatch(/[;{][^{}@;]*:[^{};]*;[^{}:;]*\{|&/);
  });

  it('fits into one response: nothing in the script can end its element', () => {
    for (const name of ['respondent.js', 'own.js'])
      expect(read(name)).not.toMatch(/<\/script|<!--/i);
    expect(read('respondent.css')).not.toMatch(/<\/style|url\((?!"?'?data:)/i);
  });

  it('is small: script and style together, compressed', () => {
    const bytes = gzipSync(read('respondent.js')).length + gzipSync(read('respondent.css')).length;
    expect(bytes).toBeLessThan(40_000);
    // Its own budget: it is fetched apart and parsed again and again.
    expect(gzipSync(read('sw.js')).length).toBeLessThan(1024);
  });

  it('fits into 60 KB as one response, with what it says after a yes in three languages', () => {
    const { html } = renderSurveyPage(
      sampleSurvey('kk', { forms: ['needs-assessment-2022', 'who-5', 'phq-9'] }),
      {
        script: read('respondent.js'),
        style: read('respondent.css'),
        submissionId: '3b241101-e2bb-4255-8caf-4136c566a962',
        today: '2026-11-22',
      },
    );
    expect(gzipSync(html).length).toBeLessThan(60_000);
  });

  it('fits into 60 KB as the page of a link, with the words of three languages', () => {
    const { html } = renderOwnPage({
      language: 'kk',
      quickExit: { kk: 'https://kk.test/', ru: 'https://ru.test/', en: 'https://en.test/' },
      script: read('own.js'),
      style: read('respondent.css'),
    });
    // The questions of one questionnaire come apart, in one language at a time: a tenth of this.
    expect(gzipSync(html).length).toBeLessThan(54_000);
    // Nothing that somebody who looks over her shoulder could make anything of stands there before the code.
    expect(html).not.toMatch(/PHQ|WHO-5|Tirek|Тірек/);
  });

  it('says nothing to the console and asks nobody else', () => {
    for (const name of ['respondent.js', 'own.js'])
      expect(read(name)).not.toMatch(/console\.|https?:\/\/(?!www\.w3\.org)/);
    expect(read('sw.js')).not.toMatch(/console\.|https?:\/\//);
    // Tests run with NODE_ENV=test: even then no path of the machine it was built on.
    expect(read('respondent.js')).not.toMatch(/fileName|\.tsx/);
  });
});
