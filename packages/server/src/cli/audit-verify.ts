import { derivedKey } from '../http/derived-key.ts';
import {
  AUDIT_MARK_PURPOSE,
  type AuditFinding,
  type AuditVerdict,
  headFile,
  type KnownHead,
  readHeadFile,
  verifyAudit,
} from '../privacy/index.ts';
import type { CommandText } from '../text/command-text.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { withDatabase } from './reach-database.ts';

/** `tirek audit verify [--json] [--head NUMBER:HASH]` */
export async function auditVerify(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const kept = await readHeadFile(settings.data);
  if (kept === 'unreadable')
    throw new CommandRefused('audit.head-unreadable', { file: headFile(settings.data) });
  const written = given.values.get('head');
  const known = [
    ...(kept === 'none' ? [] : [kept]),
    ...(written === undefined ? [] : [readHead(written)]),
  ];
  const verdict = await withDatabase(settings, world, (database, key) =>
    verifyAudit(database, { markKey: derivedKey(key, AUDIT_MARK_PURPOSE), known }),
  );
  if (given.flags.has('json')) world.print(JSON.stringify(verdict));
  else for (const line of sentencesOfVerdict(verdict, text)) world.print(line);
  if (known.length === 0) world.complain(text('audit.no-head'));
  return verdict.finding ? EXIT.chainBroken : EXIT.done;
}

/** What a check found, line by line. */
export function sentencesOfVerdict(verdict: AuditVerdict, text: CommandText): string[] {
  const { finding, links, entries, unsealed, head } = verdict;
  const lines = finding
    ? [text('audit.broken'), sentenceOf(finding, text), text('audit.up-to', { links, entries })]
    : [text('audit.intact', { count: entries, links })];
  return [
    ...lines,
    ...(unsealed > 0 ? [text('audit.unsealed', { count: unsealed })] : []),
    ...(head && !finding ? [text('audit.head', { head: `${head.sequence}:${head.hash}` })] : []),
  ];
}

/** Numbers of entries and links are names here: written without the signs that part thousands. */
function sentenceOf({ kind, ...numbers }: AuditFinding, text: CommandText): string {
  const names = Object.entries(numbers).map(([name, number]) => [name, String(number)]);
  return text(`audit.${kind}`, Object.fromEntries(names));
}

function readHead(written: string): KnownHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(written) ?? [];
  if (!sequence || !hash) throw new CommandRefused('audit.head-malformed', {}, EXIT.misused);
  return { sequence: Number(sequence), hash: hash.toLowerCase() };
}
