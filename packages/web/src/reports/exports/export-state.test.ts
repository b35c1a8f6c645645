import type { WaveExport } from '@tirek/domain/reports';
import { describe, expect, it } from 'vitest';
import { exportState } from './export-state.ts';

const NOW = '2026-11-25T10:00:00Z';
const decided = (kind: 'approved' | 'refused', fetchUntil: string | null) =>
  ({
    decision: {
      kind,
      decidedBy: 'ruslan',
      decidedByName: 'Руслан Ким',
      decidedAt: '2026-11-20T10:00:00Z',
      reason: null,
      fetchUntil,
    },
  }) satisfies Pick<WaveExport, 'decision'>;

describe('a request for exact answers', () => {
  it('waits until somebody decides', () => {
    expect(exportState({ decision: null }, { isOwn: true, now: NOW })).toBe('waiting');
  });

  it('can be fetched by Timur, who asked, and by nobody else', () => {
    const request = decided('approved', '2026-11-27T10:00:00Z');
    expect(exportState(request, { isOwn: true, now: NOW })).toBe('ready');
    expect(exportState(request, { isOwn: false, now: NOW })).toBe('approved');
  });

  it('is over in the moment its time ends', () => {
    expect(exportState(decided('approved', NOW), { isOwn: true, now: NOW })).toBe('expired');
  });

  it('stays refused', () => {
    expect(exportState(decided('refused', null), { isOwn: true, now: NOW })).toBe('refused');
  });
});
