import { describe, expect, it } from 'vitest';
import { readDta } from '../../../../reference/read-dta.ts';
import { runDoFile } from '../../../../reference/run-do-file.ts';
import { sameRandomBytes, syntheticWave } from '../../../../reference/synthetic-wave.ts';
import { buildWaveReport } from '../../index.ts';
import { missingLabels } from '../bundle-head.ts';
import { MISSING_CODES } from '../data-table.ts';
import { writeDta } from '../dta/write-dta.ts';
import { cutToCharacters } from '../utf8.ts';
import { buildWaveData } from '../wave-data.ts';
import { reportNumbers } from './report-numbers.ts';
import { stataScript } from './stata-script.ts';

const { facts, forms } = syntheticWave();
const report = buildWaveReport(facts, forms, { language: 'kk' });
const tables = buildWaveData(facts, forms, { language: 'kk', random: sameRandomBytes(3) });
const numbers = reportNumbers(report, tables, forms);
const labels = missingLabels('kk');
const given = { missingLabels: labels, writtenAt: '2026-11-25T02:03:04.000Z' };
const files = new Map(
  tables.map((table) => [`${table.name}.dta`, readDta(Buffer.concat([...writeDta(table, given)]))]),
);
const script = stataScript(tables, numbers, () => true);

function open(name: string) {
  const file = files.get(name);
  if (!file) throw new Error(`file ${name} not found`);
  return file;
}

describe('the do-file beside the Stata files', () => {
  it('asserts only what the files hold, in commands of Stata and variables that are there', () => {
    const { held, used } = runDoFile(script, open);
    // Classes of numbers are counted by the R script alone.
    const asserted = numbers.filter(
      ({ statistic, code }) =>
        ['count', 'n', 'mean', 'sd', 'minimum', 'maximum'].includes(statistic) &&
        !/[:-]/.test(code ?? ''),
    );
    expect(held).toBe(asserted.length);
    expect(new Set(asserted.map(({ variable }) => variable))).toEqual(
      new Set([...used].filter((name) => name !== 'row')),
    );
  });

  it('stops at the first number that is another, and at a name that is not there', () => {
    const wrong = script.replace(/(count if marital == 3\nassert r\(N\) == )\d+/, '$199');
    expect(() => runDoFile(wrong, open)).toThrow(/assert r\(N\) == 99: r\(N\) is \d+/);
    const lost = script.replace('count if marital == 3', 'count if maritall == 3');
    expect(() => runDoFile(lost, open)).toThrow(/variable maritall not found/);
    const misspelt = script.replace('quietly summarize', 'quietly summarise');
    expect(() => runDoFile(misspelt, open)).toThrow(/no command we write/);
  });

  it('finds every variable under its name, with its label and a type that holds its values', () => {
    for (const table of tables) {
      const file = open(`${table.name}.dta`);
      expect(file.map(({ name }) => name)).toEqual(table.variables.map(({ name }) => name));
      table.variables.forEach((variable, place) => {
        const read = file[place];
        expect(read?.label).toBe(cutToCharacters(variable.label, 80));
        expect(read?.type.endsWith('string')).toBe(variable.kind === 'text');
        if (variable.kind === 'coded') expect(['byte', 'int', 'long']).toContain(read?.type);
        if (variable.kind === 'month') expect(read?.format).toBe('%tm');
      });
    }
  });

  it('finds every code and every reason of a missing answer labelled, in Kazakh', () => {
    for (const table of tables) {
      const file = open(`${table.name}.dta`);
      table.variables.forEach((variable, place) => {
        if (variable.kind === 'text') return;
        const wanted = [
          ...variable.values.map(({ value, label }) => [String(value), label] as const),
          ...variable.missing.map((each) => [MISSING_CODES[each].stata, labels[each]] as const),
        ];
        expect([...(file[place]?.valueLabels ?? [])].sort()).toEqual(
          wanted.map((pair) => [...pair]).sort(),
        );
      });
    }
    const marital = open('respondents.dta').find(({ name }) => name === 'marital');
    expect(marital?.valueLabels?.get('3')).toBe('Жесір');
  });
});
