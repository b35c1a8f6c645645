import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  checkReport,
  describeCertainty,
  describeReading,
  type Finding,
  readReportFile,
} from '@tirek/domain/reports/consistency';
import type { Language } from '@tirek/domain/text';
import type { CommandText } from '../text/command-text.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

const FORMATS = ['text', 'json'] as const;

/**
 * `tirek check FILE [--format text|json]`: names the figures of a report that do not agree with each other, in the language
 * of `--lang`. Status 1 when there are any, so that a script can stop; needs no database.
 */
export async function check(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const written = given.values.get('format') ?? 'text';
  const format = FORMATS.find((each) => each === written);
  if (!format) throw new CommandRefused('check.format-unknown', { written }, EXIT.misused);
  const file = resolve(world.folder, given.words[0] ?? '');
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused('check.file-missing', { file }, EXIT.misused);
  });
  const read = readReportFile({ name: basename(file), bytes });
  if (read.kind === 'unreadable')
    throw new CommandRefused(`check.unreadable.${read.reason}`, { file }, EXIT.misused);
  const findings = checkReport(read.document);
  world.print(
    format === 'json'
      ? JSON.stringify(
          findings.map((finding) => asJson(finding, settings.language)),
          null,
          2,
        )
      : asText(findings, { file, text, language: settings.language }),
  );
  return findings.length > 0 ? EXIT.failed : EXIT.done;
}

/** What scripts read: names of fields and certainties are never translated, the sentence is. */
function asJson(finding: Finding, language: Language) {
  const { line, sheet, passage, printed, recomputed, certainty, see } = finding;
  return {
    line,
    ...(sheet === null ? {} : { sheet }),
    printed,
    recomputed,
    reading: describeReading(finding, language),
    certainty,
    kind: finding.reading,
    passage,
    see,
  };
}

function asText(
  findings: readonly Finding[],
  { file, text, language }: { file: string; text: CommandText; language: Language },
): string {
  if (findings.length === 0) return text('check.nothing', { file });
  const told = findings.map((finding) => {
    const { line, sheet, passage, printed, recomputed } = finding;
    const certainty = describeCertainty(finding.certainty, language);
    return [
      sheet === null
        ? text('check.place', { line: String(line), certainty })
        : text('check.place-in-sheet', { sheet, line: String(line), certainty }),
      `  ${shorten(passage)}`,
      `  ${text('check.figures', { printed, recomputed })}`,
      `  ${describeReading(finding, language)}`,
      '',
    ].join('\n');
  });
  return [...told, text('check.found', { file, count: findings.length })].join('\n');
}

const LONGEST_PASSAGE = 300;

const shorten = (passage: string) =>
  passage.length > LONGEST_PASSAGE ? `${passage.slice(0, LONGEST_PASSAGE - 1)}…` : passage;
