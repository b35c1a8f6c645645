import { describe, expect, it } from 'vitest';
import { passwordWeakness } from './password-weakness.ts';

const saule = { signInName: 'saule.center', displayName: 'Сәуле Ахметова' };

describe('a new password', () => {
  it.each([
    ['көк тау жылқы сағат', 'a Kazakh passphrase of four words'],
    ['синий трактор утром молчит', 'a Russian passphrase'],
    ['correct horse battery staple', 'an English passphrase'],
    ['xT9#mva2Lq0!', 'twelve mixed characters'],
    ['tulip-47-anvil', 'two rare words and a number'],
    ['summer flower school march river', 'common words, but many and one rare'],
  ])('takes %s (%s)', (password) => {
    expect(passwordWeakness(password, saule)).toBeNull();
  });

  it.each([
    ['xT9#mva2Lq0', 'too-short'],
    ['', 'too-short'],
    ['🌷🌷🌷🌷🌷🌷', 'too-short'],
    ['ab9 '.repeat(33), 'too-long'],
    ['password1234', 'too-common'],
    ['P@ssw0rd2026!', 'too-common'],
    ['Пароль123456', 'too-common'],
    ['құпиясөз2026', 'too-common'],
    ['Astana2026!!!', 'too-common'],
    ['qwertyuiop[]', 'too-common'],
    ['йцукенгшщзхъ', 'too-common'],
    ['1q2w3e4r5t6y', 'too-common'],
    ['abcdefghijkl', 'too-common'],
    ['850312400123', 'too-common'],
    ['+7 701 123 45 67', 'too-common'],
    ['aaaaaaaaaaaab', 'too-common'],
    ['hj4khj4khj4khj4k', 'too-common'],
    ['мамапапасемья1', 'too-common'],
    ['my saule.center pass', 'holds-name'],
    ['zq7 АХМЕТОВА vv!', 'holds-name'],
    ['center-of-xk90q', 'holds-name'],
  ] as const)('refuses %s as %s', (password, weakness) => {
    expect(passwordWeakness(password, saule)).toBe(weakness);
  });
});
