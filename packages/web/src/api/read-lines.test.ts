import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

const inPieces = (...pieces: Uint8Array[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    }),
  );
const bytes = (text: string) => new TextEncoder().encode(text);

describe('lines of JSON that arrive one by one', () => {
  it('are told in their order, however the network cuts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ done: fc.integer(), words: fc.string({ unit: 'grapheme' }) })),
        fc.array(fc.nat()),
        async (lines, cuts) => {
          const all = bytes(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
          const places = [...cuts.map((cut) => cut % (all.length + 1)), all.length].sort(
            (a, b) => a - b,
          );
          const pieces = places.map((end, i) => all.slice(places[i - 1] ?? 0, end));
          const told: unknown[] = [];
          expect(await readLines(inPieces(...pieces), (line) => told.push(line))).toBe(
            lines.length,
          );
          expect(told).toEqual(lines);
        },
      ),
    );
  });

  it('need no end of line after the last one', async () => {
    const told: unknown[] = [];
    await readLines(inPieces(bytes('{"done":0.5}\n{"done":1}')), (line) => told.push(line));
    expect(told).toEqual([{ done: 0.5 }, { done: 1 }]);
  });

  it('are refused when one of them is cut off', async () => {
    const reading = readLines(inPieces(bytes('{"done":0.5}\n{"do')), () => undefined);
    await expect(reading).rejects.toThrow(SyntaxError);
  });
});
