import { hkdfSync, pbkdf2Sync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Lock, lockOf, seal, unseal } from './seal.ts';

const CODE = '4821093755261804';
let lock: Lock;
beforeAll(async () => {
  lock = await lockOf(CODE, 'abcdefgh');
});

describe('a locked draft', () => {
  it('is opened by its code and by no other', async () => {
    const { sealed } = await seal(lock, { wish: 'тыныштық' });
    expect(await unseal(lock, sealed)).toEqual({ wish: 'тыныштық' });
    expect(await unseal(await lockOf('4821093755261812', 'abcdefgh'), sealed)).toBeNull();
    expect(await unseal(await lockOf(CODE, 'ponmlkji'), sealed)).toBeNull();
  });

  it('opens under the same code on another phone, years later', async () => {
    const other = await lockOf(CODE, 'abcdefgh');
    expect(other.key).toBe(lock.key);
    // The derivation may never change while drafts wait; Node's own functions agree with the browser's.
    const root = pbkdf2Sync(CODE, 'tirek-draft-1 abcdefgh', 310_000, 32, 'sha256');
    const name = Buffer.from(hkdfSync('sha256', root, '', 'name', 32)).toString('hex');
    expect(lock.key).toBe(name);
    expect(await unseal(other, (await seal(lock, [1, 2])).sealed)).toEqual([1, 2]);
  });

  it('shows neither answers nor how many there are', async () => {
    const little = await seal(lock, { a: 'widowed' });
    const much = await seal(lock, { a: 'widowed', b: 'x'.repeat(600) });
    expect(little.sealed).not.toContain('widowed');
    expect(atob(little.sealed.replace(/-/g, '+').replace(/_/g, '/'))).not.toContain('widowed');
    expect(much.sealed.length).toBe(little.sealed.length);
  });

  it('is different each time, and refused when one character was changed', async () => {
    const first = await seal(lock, { a: 1 });
    const second = await seal(lock, { a: 1 });
    expect(second.sealed).not.toBe(first.sealed);
    const changed = first.sealed[40] === 'A' ? 'B' : 'A';
    expect(
      await unseal(lock, first.sealed.slice(0, 40) + changed + first.sealed.slice(41)),
    ).toBeNull();
    expect(await unseal(lock, 'not base64!')).toBeNull();
  });

  it('fits what the server takes: a name of 64 hexadecimal digits, letters of base64url', async () => {
    const { key, sealed } = await seal(lock, { text: 'ұзақ жауап '.repeat(3000) });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
  });
});
