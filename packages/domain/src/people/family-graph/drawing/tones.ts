import { pairKey } from '../layout/family.ts';
import type { GenogramLine } from '../layout/genogram-layout.ts';

/**
 * Colours of unions and of the lines to their children: they help the eye to follow a line and say nothing that is not said by
 * words or shape too. 4.5 to 1 on white, each told from its neighbours with every common colour-vision deficiency.
 */
const TONES = ['#0b5d4e', '#7b2cbf', '#9a3f06', '#0b57b8', '#8a1538', '#5c5400'] as const;
export const PLAIN_TONE = '#414a55';
export const CARE_TONE = '#0b5d4e';
export const GENOGRAM_TONES: readonly string[] = [...TONES, PLAIN_TONE];

/** The tone of each couple: the first that no other couple of either partner has. */
export function tonesOf(lines: readonly GenogramLine[]): (line: GenogramLine) => string {
  const couples = new Map<string, readonly string[]>();
  for (const line of lines) {
    if (line.kind === 'union') couples.set(line.couple.key, line.couple.partners);
  }
  const tones = new Map<string, string>();
  const worn = new Map<string, Set<string>>();
  let turn = 0;
  for (const [key, partners] of couples) {
    const taken = partners.flatMap((person) => [...(worn.get(person) ?? [])]);
    const rotated = TONES.map((_, i) => TONES[(i + turn) % TONES.length]!);
    const tone = rotated.find((each) => !taken.includes(each)) ?? TONES[turn % TONES.length]!;
    turn += 1;
    tones.set(key, tone);
    for (const person of partners) {
      worn.set(person, new Set([...(worn.get(person) ?? []), tone]));
    }
  }
  return (line) => {
    if (line.kind === 'care') return CARE_TONE;
    const key = line.kind === 'union' ? line.couple.key : pairOf(line.descent.parents);
    return tones.get(key) ?? PLAIN_TONE;
  };
}

const pairOf = (parents: readonly string[]) =>
  parents.length === 2 ? pairKey(parents[0]!, parents[1]!) : '';
