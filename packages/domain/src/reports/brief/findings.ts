import {
  highestBands,
  type Leading,
  lowestRatings,
  mostNamed,
  type Named,
} from '../needs/leading-rows.ts';
import { numbersIn, plainLabel, type ToldRow } from '../needs/told-rows.ts';
import type { Paragraph } from '../report.ts';
import { joined, paragraph, say, type Words } from '../sentences/sentence.ts';
import type { Source } from './source.ts';

/** More than these nobody remembers. */
const MOST = 5;
const NAMED = 3;

/** Sentences on the results, every number bound to its cell; change since the wave before comes first where there is one. */
export function findingsOf(source: Source): Paragraph[] {
  const { report, b } = source;
  const changes = report.sections
    .filter(({ id }) => id === 'change')
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'paragraph' && block.parts !== undefined);
  const own = [
    ...highestBands(source).map((band) => bandSentence(band, source)),
    ...lowestRatings(source).map((lowest) => lowestSentence(lowest, source)),
    ...mostNamed(source).map((named) => namedSentence(named, source)),
  ].map((words, i) => paragraph(`finding-${i + 1}`, words));
  const change = changes.slice(0, 1) as Paragraph[];
  const found = [...change, ...own].slice(0, MOST);
  return found.length > 0 ? found : [paragraph('finding-none', [b('findings.none')])];
}

function bandSentence({ title, told }: Leading, source: Source): Words {
  const { cell, base } = numbersIn(told, source);
  return say((params) => source.b('finding.bands', params), {
    scale: title,
    band: told.row.label,
    count: cell('count'),
    n: base(),
    percent: cell('percent'),
    interval: cell('interval'),
  });
}

function lowestSentence({ title, told, isWhole }: Leading, source: Source): Words {
  const { b } = source;
  const { cell, base } = numbersIn(told, source);
  const shared = {
    scale: title,
    item: plainLabel(told.row.label),
    count: cell('count'),
    n: base(),
    percent: cell('percent'),
    interval: cell('interval'),
  };
  if (!isWhole) return say((params) => b('finding.lowestShown', params), shared);
  return say((params) => b('finding.lowest', params), {
    ...shared,
    place: placeWords(told, source),
  });
}

/** Whether the first place is certain; nothing where the report tells no places. */
function placeWords({ table, row }: ToldRow, { b }: Source): string {
  const ranks = row.cells[table.columns.findIndex(({ id }) => id === 'ranks')] ?? null;
  if (typeof ranks !== 'object' || ranks === null || !('low' in ranks)) return '';
  return b(ranks.low === ranks.high ? 'finding.placeCertain' : 'finding.placeOpen');
}

function namedSentence({ title, told, isWhole }: Named, source: Source): Words {
  const { b } = source;
  const answers = told.slice(0, NAMED).map((each) => {
    const { cell, base } = numbersIn(each, source);
    return say((params) => b('finding.share', params), {
      label: plainLabel(each.row.label),
      count: cell('count'),
      n: base(),
      percent: cell('percentOfRespondents'),
    });
  });
  return say((params) => b(isWhole ? 'finding.named' : 'finding.namedShown', params), {
    question: title,
    answers: joined(answers, '; '),
  });
}
