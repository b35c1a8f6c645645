import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { piecesApart } from './pieces-apart.ts';
import { poolApart } from './pool-apart.ts';

/** A file that does this work in a process of its own. */
function workFile(source: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-apart-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'work.mjs');
  const place = (name: string) => new URL(`./${name}.ts`, import.meta.url).href;
  writeFileSync(
    file,
    `import { carryOut } from '${place('carry-out')}';\nimport { handOut } from '${place('hand-out')}';\n${source}`,
  );
  return pathToFileURL(file);
}

describe('the pieces of a file that is made apart', () => {
  it('come in order and end, and none is made long before it is read', async () => {
    const file = workFile(`
      import { appendFileSync } from 'node:fs';
      handOut(async function* ({ diary, pieces }) {
        for (let made = 0; made < pieces; made += 1) {
          appendFileSync(diary, '.');
          yield Uint8Array.of(made);
        }
      });`);
    const diary = fileURLToPath(new URL('./diary', file));
    const read: number[] = [];
    for await (const [piece = -1] of piecesApart(file, { diary, pieces: 100 })) {
      read.push(piece);
      expect(readFileSync(diary, 'utf8').length).toBeLessThan(read.length + 6);
    }
    expect(read).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('are not made any more when nobody reads on, even in the middle of a piece without an end', async () => {
    const file = workFile(`
      handOut(async function* () {
        yield Uint8Array.of(1);
        for (;;);
      });`);
    const pieces = piecesApart(file, null)[Symbol.asyncIterator]();
    expect((await pieces.next()).value).toEqual(Uint8Array.of(1));
    const waiting = pieces.next();
    await pieces.return?.();
    expect((await waiting).done).toBe(true);
  });

  it('are made from parts that are handed over one after the other before them', async () => {
    const file = workFile(`
      const parts = [];
      handOut(async function* ({ first }) {
        yield Uint8Array.from([first, ...parts]);
      }, (part) => parts.push(part));`);
    const read: Uint8Array[] = [];
    for await (const piece of piecesApart(file, { first: 1 }, [2, 3, 4])) read.push(piece);
    expect(read).toEqual([Uint8Array.of(1, 2, 3, 4)]);
  });

  it('wait for no further part when the reader goes away before all are handed over', async () => {
    const file = workFile('handOut(async function* () {}, () => {});');
    let handedOver = 0;
    function* withoutEnd() {
      for (;;) {
        handedOver += 1;
        yield handedOver;
      }
    }
    const pieces = piecesApart(file, null, withoutEnd())[Symbol.asyncIterator]();
    const waiting = pieces.next();
    await expect.poll(() => handedOver).toBeGreaterThan(3);
    await pieces.return?.();
    expect((await waiting).done).toBe(true);
    const then = handedOver;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(handedOver).toBe(then);
  });

  it('say what went wrong where one cannot be made', async () => {
    const file = workFile(`
      handOut(async function* () {
        yield Uint8Array.of(1);
        throw new Error('no such form');
      });`);
    const pieces = piecesApart(file, null)[Symbol.asyncIterator]();
    await pieces.next();
    await expect(pieces.next()).rejects.toThrow('no such form');
  });
});

describe('orders that one process carries out one after the other', () => {
  const DOUBLE = `
    const loaded = [];
    carryOut((order, tell) => {
      if (order.soon) loaded.push(order.soon);
      else if (order.number === 13) throw new Error('thirteen');
      else tell({ twice: 2 * order.number, loaded });
    });`;
  type Order = { number: number };
  type Made = { twice: number; loaded: string[] };

  it('are answered each with its own, also those that wait', async () => {
    const give = poolApart<Order, Made>(workFile(DOUBLE), 1);
    const made = await Promise.all([1, 2, 3].map((number) => give({ number })));
    expect(made.map(({ twice }) => twice)).toEqual([2, 4, 6]);
  });

  it('may still be on their way: what they will need is loaded meanwhile', async () => {
    const give = poolApart<Order, Made>(workFile(DOUBLE), 1);
    const order = Promise.withResolvers<Order>();
    const made = give(order.promise, { soon: 'fonts' });
    order.resolve({ number: 21 });
    expect(await made).toEqual({ twice: 42, loaded: ['fonts'] });
  });

  it('do not stop those behind them when they never come or cannot be carried out', async () => {
    const give = poolApart<Order, Made>(workFile(DOUBLE), 1);
    const made = await Promise.allSettled([
      give(Promise.reject(new Error('nobody answered'))),
      give({ number: 13 }),
      give({ number: 4 }),
    ]);
    expect(made).toMatchObject([
      { status: 'rejected', reason: { message: 'nobody answered' } },
      { status: 'rejected', reason: { message: 'thirteen' } },
      { status: 'fulfilled', value: { twice: 8 } },
    ]);
  });
});
