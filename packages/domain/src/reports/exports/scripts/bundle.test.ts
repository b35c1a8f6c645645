import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasProgram, run, withFolder, writePieces } from '../../../../reference/other-programs.ts';
import {
  SOME_ORIGIN,
  sameRandomBytes,
  syntheticWave,
} from '../../../../reference/synthetic-wave.ts';
import { exportFiles } from '../export-files.ts';

const { facts, forms } = syntheticWave();
/** The whole export laid out in a folder, workbooks excepted. */
function inBundle<Result>(
  use: (folder: string) => Result,
  anonymous: { k: number; l: number } | null = null,
): Result {
  const files = exportFiles(facts, forms, {
    language: 'en',
    writtenAt: '2026-11-25T02:03:04.000Z',
    origin: SOME_ORIGIN,
    anonymous,
    random: sameRandomBytes(5),
  });
  return withFolder((folder) => {
    for (const file of files) {
      if ('pieces' in file) writePieces(join(folder, file.name), file.pieces);
    }
    return use(folder);
  });
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('the page that lies beside the exact files', () => {
  it('says of which report they are, and how well people hide in them', {
    timeout: 120_000,
  }, () => {
    inBundle((folder) => {
      const page = read(folder, 'README.txt');
      expect(page).toContain(`answers and program): ${SOME_ORIGIN.fingerprint}`);
      expect(page).toContain(`Fingerprint of the answers: ${SOME_ORIGIN.snapshot} · Tirek 9.8.7`);
      // One woman at least is alone in what others may know of her: that is why the files are internal.
      expect(page).toMatch(/rows alike in all of them \(k\): 1; classes: \d+/);
      expect(page).toMatch(/sensitive variables within one such class \(l\): 1\./);
      expect(JSON.parse(read(folder, 'codebook.json')).origin).toEqual(SOME_ORIGIN);
    });
  });
});

describe.skipIf(!hasProgram('R'))('the R script of a bundle', () => {
  it('finds no difference between the report and what it computes from the files', {
    timeout: 300_000,
  }, () => {
    inBundle((folder) => {
      const said = run('Rscript', ['--vanilla', 'reproduce.R'], folder);
      expect(said).toContain('1373 numbers of the report, 1373 the same');
      const compared = /(\d+) numbers of comparisons and models, (\d+) the same/.exec(said);
      expect(compared?.[1]).toBe(compared?.[2]);
      const [head = '', ...lines] = read(folder, 'report-analyses-checked.csv').trim().split('\n');
      const place = head.replaceAll('"', '').split(',').indexOf('agrees');
      // What chance drew is taken as it is printed.
      const checked = lines.filter((line) => !line.includes('"drawn"'));
      expect(lines.length - checked.length).toBe(4);
      expect(checked.map((line) => line.split(',')[place])).toEqual(checked.map(() => 'TRUE'));
      const tables = new Set(lines.map((line) => line.replaceAll('"', '').split(',')[0]));
      expect([...tables]).toEqual(
        expect.arrayContaining([
          'correlations',
          'group-tests-ghq-12-ghq',
          'pair-tests-needs-assessment-2022-women',
          'reliability-needs-assessment-2022-children',
          'item-analysis-ghq-12-ghq',
          'count-model-distress',
          'logistic-model-distress',
          'linear-model-women',
          'model-fit-distress',
          'band-tests-ghq-12-ghq',
          'one-factor-needs-assessment-2022-women',
          'equivalence-ghq-12-ghq',
          'clustering-needs-assessment-2022-children',
          'low-needs-assessment-2022-children',
          'missing-by-chance',
          'missing-patterns-needs-assessment-2022-women',
          'imputed-variables',
          'imputed-means',
          'actions',
        ]),
      );
    });
  });

  it('fails when one frozen number of a model is another, and names it', {
    timeout: 300_000,
  }, () => {
    inBundle((folder) => {
      const numbers = read(folder, 'report-analyses.csv');
      const aic = /(model-fit-women,linear,aic,)[\d.]+/;
      expect(numbers).toMatch(aic);
      writeFileSync(join(folder, 'report-analyses.csv'), numbers.replace(aic, '$1146.4'));
      expect(() => run('Rscript', ['--vanilla', 'reproduce.R'], folder)).toThrow(
        /model-fit-women,linear,aic: 146\.4 in the report, 146\.308 here/,
      );
    });
  });

  it('names a wrong number of every kind, and no other', { timeout: 300_000 }, () => {
    inBundle((folder) => {
      const spoil = (file: string, keys: readonly string[]) => {
        const lines = read(folder, file).split(/\r?\n/);
        for (const key of keys) {
          const at = lines.findIndex((line) => line.startsWith(`${key},`));
          const [value, basis] = lines[at]?.slice(key.length + 1).split(',') ?? [];
          expect([key, basis]).toEqual([key, 'exact']);
          lines[at] = `${key},${Number(value) + 0.001},exact`;
        }
        writeFileSync(join(folder, file), lines.join('\n'));
      };
      const wrong = [
        'band-tests-ghq-12-ghq,language,cramersV',
        'band-groups-ghq-12-ghq,language,band-high.count',
        'bands-ghq-12-ghq-0,high,interval.low',
        'distribution-ghq-12-ghq,0,cumulative',
        'reliability-needs-assessment-2022-women,women,omega',
        'reliability-needs-assessment-2022-women,women,ordinalAlpha',
        'one-factor-ghq-12-ghq,ghq,srmr',
        'item-analysis-ghq-12-ghq,g01,loading',
        'equivalence-needs-assessment-2022-women,w02_basic_needs,uniform',
        'equivalence-needs-assessment-2022-women,w02_basic_needs,nonUniformGain',
        'clustering-needs-assessment-2022-children,children,icc',
        'clustering-needs-assessment-2022-children,children,designEffect',
        'low-needs-assessment-2022-women,w02_basic_needs,rank',
        'low-needs-assessment-2022-children,c2_basic_needs,ranks.high',
        'linear-model-women,age,vif',
        'count-model-distress,age,ratioInterval.low',
        'model-fit-women,linear,unequal',
        'group-tests-ghq-12-ghq,language,etaInterval.high',
        'pair-tests-ghq-12-ghq,language,gInterval.low',
        'missing-by-chance,needs-assessment-2022-women,chiSquare',
        'scores-ghq-12-ghq-likert,all,alpha',
        'missing-patterns-needs-assessment-2022-women,total,count',
        'imputed-variables,age,percent',
        'band-tests-ghq-12-ghq,needs-assessment-2022-marital,pHolm',
      ];
      spoil('report-analyses.csv', wrong);
      expect(() => run('Rscript', ['--vanilla', 'reproduce.R'], folder)).toThrow();
      const [head = '', ...lines] = read(folder, 'report-analyses-checked.csv')
        .trim()
        .replaceAll('"', '')
        .split('\n');
      const place = head.split(',').indexOf('agrees');
      const named = lines
        .map((line) => line.split(','))
        .filter((cells) => cells[place] === 'FALSE');
      expect(named.map((cells) => cells.slice(0, 3).join()).sort()).toEqual(wrong.sort());
    });
  });
});

describe('the page beside files in which five families are alike', () => {
  it('says what was done, to which variables and how many cells, and what it cannot give any more', {
    timeout: 120_000,
  }, () => {
    inBundle(
      (folder) => {
        const page = read(folder, 'README.txt');
        expect(page).toContain('every row is like those of at least 5 families (k)');
        expect(page).toContain('has at least 2 different values (l)');
        expect(page).not.toContain('Everything else is exact');
        expect(page).toMatch(/Told less finely: \d+ cells; withheld: [\d,]+; of 10,296 in all\./);
        expect(page).toMatch(/ {2}age: in half-open bands \(cells: \d+\); cells withheld: \d+/);
        expect(page).toMatch(/ {2}education: withheld as a whole/);
        expect(page).toContain('numbers with the basis “changed”');
        expect(page).not.toContain('export_id joins');
        const codebook = JSON.parse(read(folder, 'codebook.json'));
        expect(codebook.anonymous).toEqual({ k: 5, l: 2 });
        const [respondents, children] = codebook.tables;
        expect(respondents.anonymity.smallestClass).toBeGreaterThanOrEqual(5);
        expect(children.isApart).toBe(true);
        const age = respondents.variables.find(({ name }: { name: string }) => name === 'age');
        expect(age.deidentified).toMatchObject({ change: 'bands' });
        expect(age.values.at(-1).id).toMatch(/^from-\d+$/);
        expect(read(folder, 'codebook-ddi.xml')).toContain('type="deidentification"');
      },
      { k: 5, l: 2 },
    );
  });

  it('has no exact number of what was made coarser in any file: no least age, no rare count', {
    timeout: 120_000,
  }, () => {
    inBundle(
      (folder) => {
        const lines = read(folder, 'report-numbers.csv').trim().split('\n');
        const ofAge = lines.filter((line) => line.includes(',respondents,age,'));
        expect(ofAge.length).toBeGreaterThan(0);
        for (const line of ofAge) expect(line).toMatch(/,,changed$/);
        expect(read(folder, 'reproduce.do')).not.toMatch(/summarize age\b/);
      },
      { k: 5, l: 2 },
    );
  });
});

describe.skipIf(!hasProgram('R'))('the R script of files in which five families are alike', () => {
  it('computes again what rests on untouched columns, and names how many numbers do not', {
    timeout: 300_000,
  }, () => {
    inBundle(
      (folder) => {
        const said = run('Rscript', ['--vanilla', 'reproduce.R'], folder);
        const counted = /(\d+) numbers of the report, (\d+) the same\n(\d+) more rest/.exec(said);
        expect(Number(counted?.[1])).toBeGreaterThan(300);
        expect(counted?.[2]).toBe(counted?.[1]);
        expect(Number(counted?.[1]) + Number(counted?.[3])).toBe(1373);
        const compared = /(\d+) numbers of comparisons and models, (\d+) the same/.exec(said);
        expect(Number(compared?.[1])).toBeGreaterThan(0);
        expect(compared?.[2]).toBe(compared?.[1]);
      },
      { k: 5, l: 2 },
    );
  });
});
