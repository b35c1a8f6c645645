import { describe, expect, it } from 'vitest';
import { termInWords, wavePhase } from './index.ts';

describe('a wave', () => {
  const days = { opensOn: '2026-11-23', closesOn: '2026-12-20' };

  it('accepts answers on its first and on its last day', () => {
    for (const status of ['open', 'reopened'] as const) {
      expect(wavePhase({ ...days, status }, '2026-11-22')).toBe('not-yet');
      expect(wavePhase({ ...days, status }, '2026-11-23')).toBe('accepting');
      expect(wavePhase({ ...days, status }, '2026-12-20')).toBe('accepting');
      expect(wavePhase({ ...days, status }, '2026-12-21')).toBe('over');
    }
  });

  it('that is a draft or closed accepts none, whatever its days', () => {
    expect(wavePhase({ ...days, status: 'draft' }, '2026-12-01')).toBe('draft');
    expect(wavePhase({ ...days, status: 'closed' }, '2026-12-01')).toBe('closed');
  });
});

describe('a term', () => {
  it('is said in years where it is whole years, with the right ending', () => {
    expect([12, 24, 60, 18].map((months) => termInWords(months, 'ru'))).toEqual([
      '1 год',
      '2 года',
      '5 лет',
      '18 месяцев',
    ]);
    expect([12, 60, 18].map((months) => termInWords(months, 'kk'))).toEqual([
      '1 жыл',
      '5 жыл',
      '18 ай',
    ]);
    expect([12, 60, 1].map((months) => termInWords(months, 'en'))).toEqual([
      '1 year',
      '5 years',
      '1 month',
    ]);
  });
});
