import type { LogLevel } from './settings.ts';

export type LogLine = Readonly<Record<string, unknown>>;
export type Log = (line: LogLine) => void;

const RANK: Record<LogLevel, number> = { error: 0, info: 1, debug: 2 };

/** Writes lines of the log as JSON, one object a line, as far as the setting asks for them. A line without a level is `info`. */
export function programLog(options: {
  readonly level: LogLevel;
  readonly clock: () => Date;
  readonly write: (text: string) => void;
}): Log {
  return (line) => {
    const level = isLevel(line.level) ? line.level : 'info';
    if (RANK[level] > RANK[options.level]) return;
    options.write(JSON.stringify({ at: options.clock().toISOString(), ...line, level }));
  };
}

const isLevel = (value: unknown): value is LogLevel => typeof value === 'string' && value in RANK;
