import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genogramWords } from '../drawing/genogram-words.ts';
import type { FamilyGraph } from '../family-graph.ts';
import { familyTexts } from '../family-texts.ts';
import { chanceOf, idOf, madeFamily, madeName } from '../testing/made-families.ts';
import type { GenogramLayout } from './genogram-layout.ts';
import { layoutGenogram } from './layout-genogram.ts';
import { segmentsOf } from './segments.ts';
import { HALF_SYMBOL } from './sizes.ts';

const WORDS = genogramWords(madeName, familyTexts('kk'));
const layoutOf = (graph: FamilyGraph) => layoutGenogram(graph, { words: WORDS, index: null });

const FAMILY = fc
  .record({
    seed: fc.nat(),
    people: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('likely' as const, 'wild' as const),
  })
  .map(({ seed, ...size }) => madeFamily(seed, size));
const LIKELY = fc
  .record({ seed: fc.nat(), people: fc.integer({ min: 1, max: 40 }) })
  .map(({ seed, people }) => madeFamily(seed, { people, kind: 'likely' }));
const RUNS = { numRuns: 40 };
/** Sixty families are sixty drawings. */
const PATIENCE = { timeout: 60_000 };

/** The room of a symbol and of what stands below it. */
const roomOf = ({ x, y, label }: GenogramLayout['boxes'][number]) => ({
  left: x - Math.max(label.width / 2, HALF_SYMBOL),
  right: x + Math.max(label.width / 2, HALF_SYMBOL),
  top: y - HALF_SYMBOL,
  bottom: y + HALF_SYMBOL + label.height,
});

describe('a genogram of any family', () => {
  it('has everybody once, and no two people upon each other', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, (graph) => {
        const { boxes, width, height } = layoutOf(graph);
        expect(boxes.map(({ person }) => person.id).toSorted()).toEqual(
          graph.persons.map(({ id }) => id).toSorted(),
        );
        const rooms = boxes.map(roomOf);
        for (const [i, a] of rooms.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(width);
          expect(a.bottom).toBeLessThanOrEqual(height);
          for (const b of rooms.slice(i + 1)) {
            const isApart =
              a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
            expect(isApart).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it('has every union, every parentage and every care once', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, (graph) => {
        const { lines } = layoutOf(graph);
        const drawn = (found: readonly string[]) => found.toSorted();
        expect(
          drawn(lines.flatMap((line) => (line.kind === 'union' ? (line.union?.id ?? []) : []))),
        ).toEqual(drawn(graph.unions.map(({ id }) => id)));
        expect(
          drawn(
            lines.flatMap((line) =>
              line.kind === 'descent'
                ? line.drops.flatMap(({ parentages }) => parentages.map(({ id }) => id))
                : [],
            ),
          ),
        ).toEqual(drawn(graph.parentages.map(({ id }) => id)));
        expect(drawn(lines.flatMap((line) => (line.kind === 'care' ? line.care.id : [])))).toEqual(
          drawn(graph.cares.map(({ id }) => id)),
        );
      }),
      RUNS,
    );
  });

  it('has children below their parents, and leads every line to where it belongs', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, (graph) => {
        const { boxes, lines } = layoutOf(graph);
        const box = new Map(boxes.map((each) => [each.person.id, each]));
        for (const { parent, child } of graph.parentages) {
          expect(box.get(parent)!.y).toBeLessThan(box.get(child)!.y);
        }
        for (const line of lines) {
          if (line.kind === 'descent') {
            for (const { child, points } of line.drops) {
              const { x, y } = box.get(child)!;
              const [endX, endY] = points.at(-1)!;
              expect(Math.abs(endX - x)).toBeLessThanOrEqual(18);
              expect(endY).toBeGreaterThanOrEqual(y - 22.01);
              expect(endY).toBeLessThan(y);
            }
            continue;
          }
          const ends =
            line.kind === 'care' ? [line.care.carer, line.care.ward] : line.couple.partners;
          const tips = [line.points[0]!, line.points.at(-1)!];
          const isAt = (person: string, [x, y]: readonly [number, number]) => {
            const at = box.get(person)!;
            return Math.abs(at.x - x) <= 22.01 && Math.abs(at.y - y) <= 22.01;
          };
          const [one, other] = ends as [string, string];
          const isRight = isAt(one, tips[0]!) && isAt(other, tips[1]!);
          const isTurned = isAt(other, tips[0]!) && isAt(one, tips[1]!);
          expect(line.kind === 'care' ? isRight : isRight || isTurned).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('runs no line through a person or what is written below', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, (graph) => {
        const { boxes, lines } = layoutOf(graph);
        for (const { isUpright, at, from, to } of segmentsOf(lines)) {
          for (const box of boxes) {
            const symbol = {
              left: box.x - 22,
              right: box.x + 22,
              top: box.y - 22,
              bottom: box.y + 22,
            };
            const label = { ...roomOf(box), top: box.y + 22 };
            for (const room of [symbol, label]) {
              const across = isUpright ? [room.left, room.right] : [room.top, room.bottom];
              const along = isUpright ? [room.top, room.bottom] : [room.left, room.right];
              const isThrough =
                at > across[0]! + 0.6 &&
                at < across[1]! - 0.6 &&
                from < along[1]! - 22.5 &&
                to > along[0]! + 22.5;
              // Lines that leave at a side end at the outline, which lies within the square round it.
              expect(isThrough).toBe(false);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('lays no line upon another', PATIENCE, () => {
    fc.assert(
      fc.property(LIKELY, (graph) => {
        const segments = segmentsOf(layoutOf(graph).lines);
        for (const [i, one] of segments.entries()) {
          for (const other of segments.slice(i + 1)) {
            if (one.line === other.line || one.isUpright !== other.isUpright) continue;
            const common = Math.min(one.to, other.to) - Math.max(one.from, other.from);
            expect(Math.abs(one.at - other.at) < 1.5 && common > 6).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('is the same drawing in whatever order the facts come', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, fc.nat(), (graph, seed) => {
        const chance = chanceOf(seed);
        const shuffled = <Fact>(facts: readonly Fact[]) =>
          facts
            .map((fact) => ({ fact, at: chance() }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ fact }) => fact);
        const other = {
          persons: shuffled(graph.persons),
          unions: shuffled(graph.unions),
          parentages: shuffled(graph.parentages),
          cares: shuffled(graph.cares),
          households: shuffled(graph.households),
        };
        expect(layoutOf(other)).toEqual(layoutOf(graph));
      }),
      RUNS,
    );
  });

  it('cannot be drawn when somebody is an own ancestor', () => {
    const graph = madeFamily(1, { people: 2, kind: 'likely' });
    const [a, b] = [idOf(1, 0), idOf(1, 1)];
    const parentage = { kind: 'biological', evidence: { kind: 'asserted', by: 'person' } } as const;
    const circle = [
      { id: idOf(3, 0), parent: a, child: b, ...parentage },
      { id: idOf(3, 1), parent: b, child: a, ...parentage },
    ];
    expect(() => layoutOf({ ...graph, unions: [], parentages: circle })).toThrow(RangeError);
  });
});
