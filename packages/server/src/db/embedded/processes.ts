import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process of this machine as its process table shows it; `command` has its arguments joined by a blank. */
export interface ProcessSeen {
  readonly id: number;
  /** A zombie has ended and only waits for a parent that may never ask; it holds nothing. */
  readonly isZombie: boolean;
  /** The program's own name, e.g. `postgres`. */
  readonly name: string;
  readonly command: string;
}

const HAS_PROC = existsSync('/proc/self/stat');

/** The process of that id, or null when there is none. */
export function findProcess(id: number): ProcessSeen | null {
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  return HAS_PROC ? readProc(id) : (listFromPs(['-p', String(id)])[0] ?? null);
}

/** Every process this account can see. */
export function listProcesses(): ProcessSeen[] {
  if (!HAS_PROC) return listFromPs(['-A']);
  const seen: ProcessSeen[] = [];
  for (const entry of readdirSync('/proc')) {
    const found = /^\d+$/.test(entry) ? readProc(Number(entry)) : null;
    if (found !== null) seen.push(found);
  }
  return seen;
}

/** Sends a signal; false when the process is already gone. */
export function sendSignal(id: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(id, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function readProc(id: number): ProcessSeen | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The name stands in brackets and may itself hold blanks and brackets: hence the last bracket.
    const close = stat.lastIndexOf(')');
    const state = stat.charAt(close + 2);
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replace(/\0+$/, '');
    return {
      id,
      isZombie: state === 'Z' || state === 'X',
      name: stat.slice(stat.indexOf('(') + 1, close),
      command: command.replaceAll('\0', ' '),
    };
  } catch {
    return null;
  }
}

function listFromPs(which: readonly string[]): ProcessSeen[] {
  const seen: ProcessSeen[] = [];
  for (const line of runPs([...which, '-ww', '-o', 'pid=,stat=,command=']).split('\n')) {
    const match = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (match === null) continue;
    const [, id, state, command] = match as unknown as [string, string, string, string];
    const program = command.split(' ')[0] ?? '';
    seen.push({
      id: Number(id),
      isZombie: state.startsWith('Z'),
      name: program.slice(program.lastIndexOf('/') + 1).replace(/:$/, ''),
      command,
    });
  }
  return seen;
}

function runPs(options: readonly string[]): string {
  try {
    return execFileSync('ps', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    // `ps -p` of a process that is gone answers with status 1 and nothing else.
    if ((error as { status?: number }).status === 1) return '';
    throw error;
  }
}
