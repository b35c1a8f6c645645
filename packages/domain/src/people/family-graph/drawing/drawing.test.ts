import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, INK } from '../../../drawing/ink.ts';
import { LANGUAGES } from '../../../text/index.ts';
import type { FamilyGraph } from '../family-graph.ts';
import { familyTexts } from '../family-texts.ts';
import { FINDINGS, type FindingCode } from '../findings.ts';
import { tellFamily } from '../telling/tell-family.ts';
import { tellFinding } from '../telling/tell-finding.ts';
import { idOf, madeFamily, madeName } from '../testing/made-families.ts';
import { named, textsOf } from '../testing/read-drawing.ts';
import { drawGenogram } from './draw-genogram.ts';
import { GENOGRAM_TONES } from './tones.ts';

const FAMILY = fc
  .record({
    seed: fc.nat(),
    people: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('likely' as const, 'wild' as const),
    language: fc.constantFrom(...LANGUAGES),
  })
  .map(({ seed, language, ...size }) => ({ language, graph: madeFamily(seed, size) }));
const PATIENCE = { timeout: 60_000 };
const drawn = (graph: FamilyGraph, language: (typeof LANGUAGES)[number]) =>
  drawGenogram(graph, { id: 'g', language, index: idOf(1, 0), name: madeName });

describe('the drawing of any family', () => {
  it('writes no two texts upon each other and cuts none', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, ({ graph, language }) => {
        const { svg, width } = drawn(graph, language);
        for (const group of textsOf(svg)) {
          // A home's letter and the question mark of a symbol stand in rings that are made for them.
          const texts = group.filter(({ text }) => text.length > 1);
          for (const [i, a] of texts.entries()) {
            expect(a.left).toBeGreaterThan(-15);
            expect(a.right).toBeLessThan(width);
            for (const b of texts.slice(i + 1)) {
              const isApart =
                a.right < b.left + 0.5 ||
                b.right < a.left + 0.5 ||
                a.bottom < b.top + 0.5 ||
                b.bottom < a.top + 0.5;
              expect(isApart ? '' : `${a.text} | ${b.text}`).toBe('');
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names every person, union, parentage and care once', PATIENCE, () => {
    fc.assert(
      fc.property(FAMILY, ({ graph, language }) => {
        const { svg } = drawn(graph, language);
        const ids = (facts: ReadonlyArray<{ id: string }>) => facts.map(({ id }) => id).toSorted();
        expect(named(svg, 'data-person').toSorted()).toEqual(ids(graph.persons));
        expect(named(svg, 'data-union').toSorted()).toEqual(ids(graph.unions));
        expect(named(svg, 'data-parentages').toSorted()).toEqual(ids(graph.parentages));
        expect(named(svg, 'data-care').toSorted()).toEqual(ids(graph.cares));
      }),
      { numRuns: 40 },
    );
  });

  it('has a title and a description, and lets no name be markup', () => {
    const graph = madeFamily(3, { people: 3, kind: 'likely' });
    const { svg } = drawGenogram(graph, {
      id: 'g',
      language: 'kk',
      index: null,
      name: () => '<script>"&\'',
    });
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="g-title g-description"');
    expect(svg).toMatch(/<title id="g-title">[^<]+<\/title><desc id="g-description">[^<]+<\/desc>/);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('can be read: every colour of a line or of words has 4.5 to 1 on white', () => {
    for (const tone of [...GENOGRAM_TONES, INK]) {
      expect(contrast(tone, '#ffffff')).toBeGreaterThan(4.5);
    }
  });
});

describe('the same facts in sentences', () => {
  it('tell of everybody once, name everybody whom a fact is about, and leave no gap', () => {
    fc.assert(
      fc.property(FAMILY, ({ graph, language }) => {
        const told = tellFamily(graph, { language, index: idOf(1, 0), name: madeName });
        expect(told.map(({ person }) => person).toSorted()).toEqual(
          graph.persons.map(({ id }) => id).toSorted(),
        );
        const of = (person: string) => told.find((each) => each.person === person)!.sentences;
        const mentions = (person: string, other: string) =>
          of(person).some((sentence) => sentence.includes(madeName(other)));
        for (const { partners } of graph.unions) {
          expect(mentions(partners[0], partners[1]) && mentions(partners[1], partners[0])).toBe(
            true,
          );
        }
        for (const { parent, child } of graph.parentages) {
          expect(mentions(parent, child) && mentions(child, parent)).toBe(true);
        }
        for (const { carer, ward } of graph.cares) {
          expect(mentions(carer, ward) && mentions(ward, carer)).toBe(true);
        }
        for (const sentence of told.flatMap(({ sentences }) => sentences)) {
          expect(sentence).not.toMatch(/\{\{|\}\}|undefined|null|list\.|finding\./);
          expect(sentence.endsWith('.')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(LANGUAGES)('say every finding in %s', (language) => {
    const t = familyTexts(language);
    const sentences = (Object.keys(FINDINGS) as FindingCode[]).map((code) =>
      tellFinding({ code, persons: ['a', 'b', 'c'] }, { t, name: (id) => `«${id}»` }),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|finding\./);
  });
});
