import { checkCatalogues } from '@tirek/domain/text';
import { expect, test } from 'vitest';
import { DatabaseRefused } from '../db/embedded/index.ts';
import { describeRefusal } from './database-text.ts';
import en from './en/database.json' with { type: 'json' };
import kk from './kk/database.json' with { type: 'json' };
import ru from './ru/database.json' with { type: 'json' };

test('what is wrong with the database is told in three languages that say the same', () => {
  expect(checkCatalogues({ kk, ru, en })).toEqual([]);
});

test('Kairat reads which process holds his folder, its number written as the system writes it', () => {
  const refusal = new DatabaseRefused('database-in-use', {
    folder: '/srv/tirek',
    processId: 12345,
  });
  expect(describeRefusal(refusal, 'en')).toContain('(process 12345) already serves /srv/tirek');
  expect(describeRefusal(refusal, 'ru')).toContain('(процесс 12345)');
  expect(describeRefusal(refusal, 'kk')).toContain('(процесс 12345)');
});

test('Kairat reads which setting names another PostgreSQL when this one does not run', () => {
  const refusal = new DatabaseRefused('database-binaries-broken', {
    folder: '/opt/old',
    reason: 'spawnSync /opt/old/postgres ENOENT',
  });
  for (const language of ['kk', 'ru', 'en'] as const) {
    expect(describeRefusal(refusal, language)).toContain('/opt/old/postgres ENOENT');
    expect(describeRefusal(refusal, language)).toContain('TIREK_POSTGRES');
  }
});
