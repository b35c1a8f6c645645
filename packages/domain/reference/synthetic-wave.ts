import { readFileSync } from 'node:fs';
import { type CompiledForm, findForm } from '../src/instruments/index.ts';
import type { WaveFacts } from '../src/reports/index.ts';
import { syntheticFacts } from '../src/reports/published-2022/synthetic-facts.ts';

const csv = (name: string) =>
  readFileSync(
    new URL(`../../server/src/demo/synthetic-2022/${name}.csv`, import.meta.url),
    'utf8',
  );

/** The two forms of 2022 and the made-up answers of 104 women and their children. */
export function syntheticWave(): { facts: WaveFacts; forms: CompiledForm[] } {
  const forms = ['needs-assessment-2022', 'ghq-12'].map((code) => {
    const form = findForm(code, '1.0.0');
    if (!form) throw new Error(`no form ${code}`);
    return form;
  });
  return {
    facts: syntheticFacts({ women: csv('women'), children: csv('children') }, forms),
    forms,
  };
}

/** Bytes that look random and are the same in every run (a linear congruential generator). */
export function sameRandomBytes(seed: number): (count: number) => Uint8Array {
  let state = seed;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state >> 16;
    });
}

/** Where made-up files say that they come from. */
export const SOME_ORIGIN = {
  fingerprint: 'f'.repeat(64),
  snapshot: 'a'.repeat(64),
  programVersion: '9.8.7',
};
