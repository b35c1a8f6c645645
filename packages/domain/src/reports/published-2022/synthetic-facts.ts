import {
  type Answers,
  type AnswerValue,
  type CompiledForm,
  type CsvColumn,
  csvColumns,
  scoreForm,
} from '../../instruments/index.ts';
import type { WaveFacts, WaveResponse } from '../facts.ts';

type Line = Readonly<Record<string, string>>;

/**
 * The synthetic answers of 2022 as the facts of a wave, read without the importer: a second,
 * independent way from the files to the report.
 * @param files the text of `women.csv` and `children.csv`
 * @param forms needs assessment and screener, compiled
 */
export function syntheticFacts(
  files: { women: string; children: string },
  forms: readonly CompiledForm[],
): WaveFacts {
  const children = linesOf(files.children);
  const responses = linesOf(files.women).map((woman): WaveResponse => {
    const hers = children
      .filter((child) => child.mother_id === woman.id)
      .sort((a, b) => Number(a.order) - Number(b.order));
    const answers = Object.fromEntries(
      forms.map((form) => {
        const given = answersOf(woman, csvColumns.women, form.code);
        const rows = hers.map((child) => answersOf(child, csvColumns.children, form.code));
        const roster = form.items.find(({ type }) => type === 'roster')?.linkId;
        if (roster && rows.length > 0) given[roster] = rows;
        return [form.code, form.open(null).complete(given)];
      }),
    );
    return {
      id: `synthetic-${woman.id}`,
      language: woman.language === 'kk' ? 'kk' : 'ru',
      receivedOn: '2022-06-30',
      answers,
      scores: forms.flatMap((form) =>
        scoreForm(form, answers[form.code] ?? {}).map((score) => ({ ...score, form: form.code })),
      ),
    };
  });
  return {
    wave: {
      id: 'synthetic-2022',
      title: {
        kk: 'Қажеттіліктерді бағалау, 2022',
        ru: 'Оценка потребностей, 2022',
        en: 'Needs assessment, 2022',
      },
      opensOn: '2022-05-01',
      closesOn: '2022-06-30',
      languages: ['kk', 'ru'],
      forms: forms.map(({ code, version }) => ({ code, version })),
      isSynthetic: true,
    },
    flow: { invited: null, opened: null, consented: null, completed: responses.length },
    responses,
  };
}

function answersOf(line: Line, columns: readonly CsvColumn[], form: string): Answers {
  const answers: Answers = {};
  for (const column of columns) {
    if (!('form' in column) || column.form !== form) continue;
    const cell = line[column.column] ?? '';
    if (cell === '') continue;
    if (column.kind === 'number') answers[column.linkId] = Number(cell);
    if (column.kind === 'choice') answers[column.linkId] = column.values[cell] as AnswerValue;
    if (column.kind === 'tick') {
      const ticked = (answers[column.linkId] ?? []) as string[];
      answers[column.linkId] = cell === '1' ? [...ticked, column.option] : ticked;
    }
  }
  return answers;
}

/** These files have no quoted cells. */
function linesOf(csv: string): Line[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
