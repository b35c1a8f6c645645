import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST_REGION } from '../../../demo/cast.ts';
import { rowsAsOwner } from '../../../test/queries.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

const HOURS = { kk: 'тәулік бойы', ru: 'круглосуточно', en: 'day and night' };
const named = (name: string) => ({ kk: name, ru: name, en: name });

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const value = { kind: 'clinic', region: CAST_REGION, hours: HOURS } as const;
  await app.as('aidos').call('recordRegionalContact', {
    ...{ id: randomUUID(), contactId: randomUUID(), basedOn: 0 },
    value: { ...value, name: named('Жедел жәрдем бөлімшесі'), phone: '+7 711 200 00 01' },
  });
});
afterAll(() => app[Symbol.asyncDispose]());

/** The words on the pages. */
function textOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-paper-'));
  try {
    writeFileSync(join(folder, 'sheet.pdf'), pdf);
    return execFileSync('pdftotext', ['-layout', 'sheet.pdf', '-'], {
      ...{ cwd: folder, encoding: 'utf8' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the paper for the time without signal', () => {
  it('holds the numbers of the region it is printed for, in the language it is asked for, and nobody’s name', async () => {
    const saule = app.as('saule');
    const answer = await saule.raw('getSafetySheetFile', { region: CAST_REGION, language: 'kk' });
    expect(answer.status).toBe(200);
    const text = textOf(answer.bytes);
    for (const told of [
      '112',
      '+7 711 200 00 01',
      'Жедел жәрдем бөлімшесі',
      'Супервизордың телефоны',
    ])
      expect(text).toContain(told);
    const colleagues = await rowsAsOwner<{ name: string }>(
      app.database,
      'select display_name as name from account',
    );
    for (const { name } of colleagues) expect(text).not.toContain(name);
  });

  it('holds no number of another region', async () => {
    const elsewhere = await app
      .as('saule')
      .raw('getSafetySheetFile', { region: 'KZ-75', language: 'ru' });
    const text = textOf(elsewhere.bytes);
    expect(text).not.toContain('711 200');
    expect(text).toContain('Впишите их здесь от руки');
  });

  it('is not made for a region that there is not', async () => {
    const asked = { region: 'KZ-00', language: 'ru' } as const;
    expect(await app.as('saule').refusal('getSafetySheetFile', asked)).toBe('not-found');
  });
});
