import { describe, expect, it } from 'vitest';
import { contract } from '../contract.ts';
import { loadText } from '../text/load-text.ts';
import { formatOf } from '../text/use-format.ts';
import { actionText, KNOWN_ACTIONS } from './action-text.ts';
import { factText } from './fact-text.ts';

describe('the log in words', () => {
  const logged = Object.entries(contract)
    .filter(([, { audit }]) => audit === 'read' || audit === 'write')
    .map(([name]) => name);

  it.each(logged)('has words for %s in each language', async (name) => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      expect(actionText(await loadText('audit', language), name)).not.toBe(name);
    }
  });

  it('lets Ruslan choose each of them', () => {
    expect(logged.filter((name) => !(KNOWN_ACTIONS as readonly string[]).includes(name))).toEqual(
      [],
    );
  });

  it('shows an action of a later version by its name', async () => {
    expect(actionText(await loadText('audit', 'kk'), 'closeCase')).toBe('closeCase');
  });

  it('tells facts as a reader would', async () => {
    const words = {
      audit: await loadText('audit', 'ru'),
      access: await loadText('access', 'ru'),
      format: formatOf('ru', () => 300),
    };
    expect(factText('answers', 1234, words)).toMatch(/^ответов: 1.234$/);
    expect(factText('outcome', 'refused', words)).toBe('итог: не принято');
    expect(factText('decision', 'approved', words)).toBe('решение: одобрено');
    expect(factText('language', 'kk', words)).toBe('язык: Қазақша');
    expect(factText('roles', 'regional-coordinator@KZ-27 analyst', words)).toBe(
      'роли: Региональный координатор (KZ-27), Аналитик',
    );
    expect(factText('isKeyInside', true, words)).toBe('ключ внутри: да');
    expect(factText('somethingNew', 'x', words)).toBe('somethingNew: x');
  });
});
