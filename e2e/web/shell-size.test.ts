import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const DIST = process.env.TIREK_TEST_WEB ?? join(import.meta.dirname, '../../packages/web/dist');
/** Kilobytes of 1000 bytes; one panel of a feature drawn in by its index brings a library of questionnaires with it. */
const MOST = 270;

it('a phone in a village fetches no more before the first page than that page needs', () => {
  const index = readFileSync(join(DIST, 'index.html'), 'utf8');
  const files = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(1);
  const bytes = files.map((file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length);
  expect(bytes.reduce((sum, one) => sum + one, 0) / 1000).toBeLessThan(MOST);
});
