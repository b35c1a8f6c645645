import { numbersIn, plainLabel, toldRows } from '../needs/told-rows.ts';
import type { Paragraph } from '../report.ts';
import { numberAt, paragraph, say, type Words } from '../sentences/sentence.ts';
import type { Source } from './source.ts';

/** What a reader might think to learn from the numbers and cannot. */
export function unknownsOf(source: Source): Paragraph[] {
  const { report, b } = source;
  const flow = source.find('response-flow');
  const has = (section: string) => report.sections.some(({ id }) => id === section);
  const sentences: Words[] = [
    ...(flow && numberAt(flow, 'invited', 'count') === null ? [[b('unknown.invited')]] : []),
    ...mostMissing(source),
    ...(has('change') ? [] : [[b('unknown.change')]]),
    [b('unknown.cause')],
    ...(report.audience === 'internal' ? [] : [[b('unknown.hidden')]]),
  ];
  return sentences.map((words, i) => paragraph(`unknown-${i + 1}`, words));
}

function mostMissing(source: Source): Words[] {
  const rows = toldRows(source.find('missing-answers'));
  const shareOf = ({ table, row }: (typeof rows)[number]) =>
    numberAt(table, row.id, 'percent') ?? 0;
  const [most] = rows.toSorted((a, b) => shareOf(b) - shareOf(a));
  if (!most || shareOf(most) === 0) return [];
  const { cell } = numbersIn(most, source);
  return [
    say((params) => source.b('unknown.missing', params), {
      question: plainLabel(most.row.label),
      asked: cell('asked'),
      count: cell('missing'),
      percent: cell('percent'),
    }),
  ];
}
