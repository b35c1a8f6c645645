import { describe, expect, it } from 'vitest';
import { firstLanguage } from './language.tsx';
import { loadText } from './load-text.ts';
import { formatOf } from './use-format.ts';

const remembering = (language: string | null) => ({ getItem: () => language });

describe('the language of the first page', () => {
  it('is the one chosen here before', () => {
    expect(firstLanguage(remembering('en'), ['kk-KZ', 'ru'])).toBe('en');
  });

  it("is the first of the browser's own that we speak", () => {
    expect(firstLanguage(remembering(null), ['de-DE', 'kk-KZ', 'ru'])).toBe('kk');
  });

  it('is Russian for a browser that speaks none of ours, or remembers nonsense', () => {
    expect(firstLanguage(remembering('xx'), ['de-DE'])).toBe('ru');
  });
});

describe('the texts of a feature', () => {
  it('come in the language that was asked for, with plurals of that language', async () => {
    const [kazakh, russian] = await Promise.all([
      loadText('surveys', 'kk'),
      loadText('surveys', 'ru'),
    ]);
    expect(kazakh('wave.answers', { count: 104 })).toBe('104 жауап');
    expect(russian('wave.answers', { count: 104 })).toBe('104 ответа');
    expect(russian('wave.answers', { count: 11 })).toBe('11 ответов');
  });

  it('have a sentence for a refusal in each language', async () => {
    const said = await Promise.all(
      (['kk', 'ru', 'en'] as const).map(async (language) =>
        (await loadText('problem', language))('not-found'),
      ),
    );
    expect(new Set(said).size).toBe(3);
  });

  it('are fetched once', () => {
    expect(loadText('ui', 'kk')).toBe(loadText('ui', 'kk'));
  });
});

describe('dates and numbers', () => {
  const almaty = () => 300;

  it('stand on the clock of the reader, in Kazakh as in print', () => {
    const format = formatOf('kk', almaty);
    expect(format.instant('2026-11-22T21:30:00Z', 'short')).toContain('23.11.2026');
    expect(format.date('2026-11-22', 'day')).toBe('22 қараша');
    expect(format.dateOf('2026-11-22T21:30:00Z')).toBe('2026-11-23');
  });

  it('are put in the order of the Kazakh alphabet', () => {
    const format = formatOf('kk', almaty);
    expect(format.sorted(['Яна', 'Қайрат', 'Әлия', 'Айдос', 'Камила'], (name) => name)).toEqual([
      'Айдос',
      'Әлия',
      'Камила',
      'Қайрат',
      'Яна',
    ]);
  });
});
