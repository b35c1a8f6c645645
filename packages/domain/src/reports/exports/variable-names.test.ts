import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Length } from './utf8.ts';
import { variableName } from './variable-names.ts';

const name = (wished: string, ...taken: string[]) => variableName(wished, new Set(taken));

describe('the name of a variable', () => {
  it('is the name of the question where every program takes it', () => {
    expect(name('w01_legal_status')).toBe('w01_legal_status');
    expect(name('тұрмыс_жағдайы')).toBe('тұрмыс_жағдайы');
  });

  it.each([
    ['with', 'v_with'],
    ['AND', 'v_AND'],
    ['if', 'v_if'],
    ['byte', 'v_byte'],
    ['str12', 'v_str12'],
    ['TRUE', 'v_TRUE'],
    ['_n', 'v__n'],
    ['4_plus', 'v_4_plus'],
    ['', 'v'],
  ])('of %j, which some program keeps for itself or cannot take, is %j', (wished, given) => {
    expect(name(wished)).toBe(given);
  });

  it('holds no sign that some program does not take', () => {
    expect(name('c-ghq score (0–12)')).toBe('c_ghq_score__0_12');
    expect(name('name.')).toBe('name');
  });

  it('is told apart from another that differs in case only', () => {
    expect(name('Age', 'age')).toBe('Age_2');
    expect(name('age', 'age', 'age_2')).toBe('age_3');
  });

  it('keeps within 32 characters and 64 bytes, also when it is told apart by a number', () => {
    const long = 'балалардың_мектептегі_жағдайы_қалай_өзгерді';
    expect(name(long)).toBe('балалардың_мектептегі_жағдайы_қа');
    expect(name(long, 'балалардың_мектептегі_жағдайы_қа')).toBe('балалардың_мектептегі_жағдайы_2');
  });

  it('is valid and unique whatever is wished for', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 50 })), (wishes) => {
        const taken = new Set<string>();
        const names = wishes.map((wished) => variableName(wished, taken));
        expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length);
        for (const one of names) {
          expect(one).toMatch(/^\p{L}[\p{L}0-9_]*$/u);
          expect([...one].length).toBeLessThanOrEqual(32);
          expect(utf8Length(one)).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});
