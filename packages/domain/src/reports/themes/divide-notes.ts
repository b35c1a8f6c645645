import type { ReportDocument } from '../consistency/document/report-document.ts';
import { LONGEST_EXCERPT, type Speaker } from './note.ts';

/** A point as the file has it, before anybody has looked at it. */
export type Point = { readonly speaker: Speaker | null; readonly text: string };

/**
 * Beginnings of words by which notes say who speaks. Women who returned are looked for after colleagues, who may speak of
 * women in their own name.
 */
const SPOKEN_BY: ReadonlyArray<readonly [Speaker, RegExp]> = [
  ['school-staff', /^(?:учител|школ|завуч|педагог|мұғалім|мектеп|teacher|school)/iu],
  [
    'officials',
    /^(?:чиновник|акимат|госслуж|сотрудник акимата|әкімдік|шенеунік|official|local authority)/iu,
  ],
  [
    'practitioners',
    /^(?:специалист|практик|психолог|соцработник|социальный работник|маман|әлеуметтік|practitioner|specialist|psychologist|social worker)/iu,
  ],
  ['relatives', /^(?:родственни|бабушк|дедушк|туыс|әже|ата\b|relative|grand)/iu],
  [
    'returnee-women',
    /^(?:женщин|участниц|вернувш|мать|матери|мама|әйел|қатысушы|оралған|ана\b|аналар|woman|women|mother|participant|returnee)/iu,
  ],
];

/** "Psychologist: …", and a line of its own that ends in a colon. */
const SAID_BY = /^([\p{L} -]{3,40})(?:\s*\d{1,3})?\s*[:：]\s*(.*)$/su;
const BULLET = /^\s*(?:[-*•–—]|\d{1,3}[.)]|#{1,6})\s+/u;
const TEXT_HEADS =
  /^(?:текст|заметк|мысл|высказыван|мәтін|пікір|ой|text|note|point|quote|excerpt)/iu;
const SPEAKER_HEADS = /^(?:кто|говор|источник|кім|сөйлеуші|who|speaker|source)/iu;

/** The group that a word for a speaker means; null when it is not known. */
export function speakerNamed(name: string): Speaker | null {
  const said = name.trim();
  return SPOKEN_BY.find(([, words]) => words.test(said))?.[0] ?? null;
}

/**
 * Divides the notes of a workshop into points: a paragraph or a bullet is one, and so is a row of a table. A line that names
 * who speaks holds for what follows. Somebody has to look at the points before they are kept.
 */
export function divideNotes({ blocks }: ReportDocument): Point[] {
  const points: Point[] = [];
  let speaker: Speaker | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      points.push(...pointsOfTable(block.rows.map(({ cells }) => cells)));
      continue;
    }
    const line = block.text.replace(BULLET, '').trim();
    const said = SAID_BY.exec(line);
    const named = said ? speakerNamed(said[1] ?? '') : null;
    if (!named) {
      points.push(...cut({ speaker, text: line }));
      continue;
    }
    const text = (said?.[2] ?? '').trim();
    if (text === '') speaker = named;
    else points.push(...cut({ speaker: named, text }));
  }
  return points.filter(({ text }) => /\p{L}.*\p{L}.*\p{L}/su.test(text));
}

/** The column of texts is the one so named, else the one with most to read; the column of speakers only by its name. */
function pointsOfTable(rows: ReadonlyArray<readonly string[]>): Point[] {
  const [head = [], ...body] = rows;
  const named = (words: RegExp) => head.findIndex((cell) => words.test(cell.trim()));
  const textNamed = named(TEXT_HEADS);
  const who = named(SPEAKER_HEADS);
  const hasHead = textNamed >= 0 || who >= 0;
  const told = hasHead ? body : rows;
  const letters = (column: number) =>
    told.reduce((sum, cells) => sum + (cells[column]?.length ?? 0), 0);
  const columns = Math.max(0, ...told.map(({ length }) => length));
  const longest = Array.from({ length: columns }, (_, column) => column)
    .filter((column) => column !== who)
    .reduce((best, column) => (letters(column) > letters(best) ? column : best), who === 0 ? 1 : 0);
  const place = textNamed >= 0 ? textNamed : longest;
  return told.flatMap((cells) =>
    cut({
      speaker: who >= 0 ? speakerNamed(cells[who] ?? '') : null,
      text: (cells[place] ?? '').replace(BULLET, '').trim(),
    }),
  );
}

/** Cuts at ends of sentences what is longer than an excerpt may be. */
function cut({ speaker, text }: Point): Point[] {
  if (text.length <= LONGEST_EXCERPT) return [{ speaker, text }];
  const pieces = text.match(/.{1,1800}(?:[.!?…]+(?=\s|$)|$)|.{1,1800}/gsu) ?? [];
  return pieces.map((piece) => ({ speaker, text: piece.trim() }));
}
