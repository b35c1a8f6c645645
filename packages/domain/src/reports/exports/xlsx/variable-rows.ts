import { type DataTable, MISSING_CODES, type MissingLabels } from '../data-table.ts';
import { exportTexts } from '../export-texts.ts';

/** What every variable of a table and its codes mean, a head first. */
export function variableRows(table: DataTable, missingLabels: MissingLabels): string[][] {
  const t = exportTexts(table.language);
  const head = [t('column.variable'), t('column.label'), t('column.question'), t('column.codes')];
  return [
    head,
    ...table.variables.map(({ name, label, question, values, missing, kind }) => [
      name,
      label,
      question[table.language] ?? '',
      [
        ...values.map((value) => `${value.value} = ${value.label}`),
        ...(kind === 'text' ? [] : missing).map(
          (reason) => `${MISSING_CODES[reason].stata} = ${missingLabels[reason]}`,
        ),
      ].join('\n'),
    ]),
  ];
}
