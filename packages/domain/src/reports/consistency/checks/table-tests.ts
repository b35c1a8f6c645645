import { type PrintedTest, recomputeP } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import { parseDigits } from '../numbers/number-style.ts';
import { type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import type { Scene } from '../scene.ts';
import { passageOf } from '../tables/passage.ts';
import type { RowGroup, ShapedRow } from '../tables/table-shape.ts';

const HEADS = {
  t: /^t(?:[- ]?(?:value|statistic|test|критерий))?$/iu,
  chi: /^(?:χ2|χ²|χ\^2|chi-?square[d]?|хи-?квадрат)$/iu,
  df: /^(?:df|d\.f\.|ст\. ?св\.|сс|еркіндік дәрежесі)$/iu,
  p: /^p(?:[- ]?(?:value|значение|мәні))?$/iu,
} as const;

/** Rows of test results (statistic, degrees of freedom, p) whose p does not follow. */
export function checkTableTests({ tables, style }: Scene): Finding[] {
  return tables.flatMap((table) =>
    table.groups.flatMap((group) => {
      const columns = columnsOf(group);
      if (!columns) return [];
      return group.rows.flatMap((row): Finding[] => {
        const [value, df] = [numberIn(row, columns.statistic), numberIn(row, columns.df)];
        const p = pIn(row.written[columns.p] ?? '', style);
        if (!value || !df || !p || df.value <= 0 || p.value > 1) return [];
        const test: PrintedTest = { statistic: columns.name, df: df.value, value };
        if (columns.name === 'chi-square' && value.value < 0) return [];
        const recomputed = recomputeP(test, p);
        if (recomputed.verdict === 'consistent' || recomputed.fitsOtherTails) return [];
        const right =
          recomputed.p < 0.0005
            ? `p < ${writeNumber(0.001, 3, style)}`
            : `p = ${writeNumber(recomputed.p, Math.max(p.decimals, 3), style)}`;
        const isDecision = recomputed.verdict === 'decision-error';
        return [
          {
            line: row.line,
            sheet: table.sheet,
            passage: passageOf(row),
            printed: row.written[columns.p] ?? '',
            recomputed: right,
            reading: isDecision ? 'p-decision' : 'p-wrong',
            params: {
              right,
              printed: `p ${p.comparison} ${writeNumber(p.value, p.decimals, style)}`,
            },
            certainty: isDecision ? 'certain' : 'likely',
            see: [],
          },
        ];
      });
    }),
  );
}

function columnsOf({ heads }: RowGroup) {
  const find = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head.trim()));
  const [t, chi, df, p] = [find(HEADS.t), find(HEADS.chi), find(HEADS.df), find(HEADS.p)];
  if (df < 0 || p < 0 || (t < 0 && chi < 0)) return null;
  return t >= 0
    ? { statistic: t, df, p, name: 't' as const }
    : { statistic: chi, df, p, name: 'chi-square' as const };
}

function numberIn(row: ShapedRow, column: number): PrintedNumber | null {
  const cell = row.cells[column];
  return cell?.kind === 'number' && !cell.isPercent
    ? { value: cell.value, decimals: cell.decimals }
    : null;
}

function pIn(written: string, style: Scene['style']) {
  const match = /^(?:p\s?)?([=<>]?)\s?(\d*[.,]\d+)$/u.exec(written.replace(/[*†]+$/, '').trim());
  const parsed =
    match && parseDigits((match[2] ?? '').replace(/^[.,]/, `0${style.decimal}`), style);
  return parsed ? { ...parsed, comparison: (match[1] || '=') as '=' | '<' | '>' } : null;
}
