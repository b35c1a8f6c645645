import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Files that take far longer than their size tells: programs killed fifty times, every role at every endpoint. Begun last,
 * one of them keeps one core busy for minutes while the other has nothing left to do.
 */
const LONG: readonly string[] = [
  'server/src/faults/kill.test.ts',
  'server/src/access/matrix.test.ts',
  'server/src/faults/full-disk.test.ts',
  'server/src/cli/serve.test.ts',
  'server/src/privacy/verify-audit.test.ts',
  'server/src/cli/backup.test.ts',
  'server/src/faults/rotation.test.ts',
  'server/src/reports/documents/pdf-accessibility.test.ts',
];

/** Vitest's own order, with what takes long at its head. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((end) => moduleId.endsWith(end));
  return place === -1 ? LONG.length : place;
}
