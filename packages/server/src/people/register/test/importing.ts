import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { REVIEW_PAGE, type RegisterMapping } from '@tirek/domain/people/register';
import { derivedKey } from '../../../http/derived-key.ts';
import type { TestApp } from '../../../test/test-app.ts';
import type { TestClient } from '../../../test/test-client.ts';
import { TEST_KEY } from '../../../test/throw-away-database.ts';
import { runRegisters } from '../run-registers.ts';

/** Lines of a list as a CSV file that a spreadsheet of the region writes. */
export const listOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'));

export async function upload(client: TestClient, content: Buffer, name = 'Тізім 2024.csv') {
  const id = randomUUID();
  await client.call('uploadRegister', { id, name, content: content.toString('base64') });
  const { sheets, hidden } = await client.call('getRegisterSheets', { registerId: id });
  const mapping = sheets[0]?.suggestion;
  if (!mapping) throw new Error('nothing was proposed');
  return { id, sheets, hidden, mapping };
}

/** What the program does by itself. */
export async function runJob(app: TestApp): Promise<void> {
  await runRegisters.run({
    database: app.database,
    clock: app.clock,
    newId: randomUUID,
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
    folder: tmpdir(),
    log: () => undefined,
  });
}

/** Has a file looked through as it is proposed. */
export async function check(
  app: TestApp,
  client: TestClient,
  { id, mapping }: { id: string; mapping: RegisterMapping },
) {
  await client.call('checkRegister', { id: randomUUID(), registerId: id, mapping, keepAs: null });
  await runJob(app);
  return await client.call('getRegister', { registerId: id });
}

export const review = (client: TestClient, registerId: string) =>
  client.call('getRegisterReview', { registerId, from: '0' });

/** Says of every row that is asked about that she is somebody else. */
export async function allOthers(client: TestClient, registerId: string): Promise<void> {
  for (let from = 0; ; from += REVIEW_PAGE) {
    const { asked } = await client.call('getRegisterReview', { registerId, from: String(from) });
    if (asked.length === 0) return;
    for (const { line } of asked) {
      const decision = { kind: 'another' } as const;
      await client.call('decideRegisterRow', { id: randomUUID(), registerId, line, decision });
    }
  }
}

export async function run(app: TestApp, client: TestClient, registerId: string, holderId: string) {
  await client.call('runRegister', { id: randomUUID(), registerId, holderId });
  await runJob(app);
  return await client.call('getRegister', { registerId });
}
