import { closeSync, openSync, writeSync } from 'node:fs';

export const GROUPS = ['akmola', 'aktobe', 'almaty', 'atyrau', 'east', 'zhambyl'];
export const FIRST_SCALE = Array.from({ length: 18 }, (_, i) => `w${i + 1}`);
export const SECOND_SCALE = Array.from({ length: 9 }, (_, i) => `c${i + 1}`);
export const TICKS = Array.from({ length: 12 }, (_, i) => `tick${i + 1}`);
/** 45 columns: group, five measures, two scales, ticks. */
export const NAMES = [
  ...['region', 'age', 'children', 'income', 'distress', 'clinical'],
  ...FIRST_SCALE,
  ...SECOND_SCALE,
  ...TICKS,
];

/** The same numbers each time: mulberry32. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes invented answers of so many people: scales that hang together, some two in a hundred answers missing. */
export function makeData(file: string, rows: number): void {
  const chance = chanceFrom(2022);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const maybe = (value: number) => (chance() < 0.02 ? '' : String(value));
  const answer = (trait: number, most: number) =>
    Math.max(1, Math.min(most, Math.round((most + 1) / 2 + 0.7 * trait + 0.8 * normal())));
  const out = openSync(file, 'w');
  let text = `${NAMES.join(',')}\n`;
  for (let row = 0; row < rows; row += 1) {
    const trait = normal();
    const group = Math.floor(chance() * GROUPS.length);
    const age = 18 + Math.floor(chance() * 50);
    const children = Math.floor(chance() * 8);
    const income = Math.round(600 + 200 * normal() + 5 * age);
    const pull = 3 - trait + 0.15 * children + 0.2 * group - 0.01 * age;
    const distress = Math.max(0, Math.min(12, Math.round(pull + 1.5 * normal())));
    const clinical = chance() < 1 / (1 + Math.exp(1.5 - 0.6 * pull)) ? 1 : 0;
    const cells = [
      GROUPS[group],
      age,
      children,
      income,
      distress,
      clinical,
      ...FIRST_SCALE.map(() => maybe(answer(trait, 5))),
      ...SECOND_SCALE.map(() => maybe(answer(0.6 * trait, 4))),
      ...TICKS.map(() => (chance() < 0.3 ? 1 : 0)),
    ];
    text += `${cells.join(',')}\n`;
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}
