import { parseArgs } from 'node:util';
import { nearestName } from '../nearest-name.ts';
import { COMMAND_NAMES, COMMANDS, type Command, type CommandName } from './commands.ts';

/** The words and options of one command. */
export interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

export type Misuse =
  | { readonly kind: 'command-missing' }
  | { readonly kind: 'unknown-command'; readonly written: string; readonly nearest: string | null }
  | { readonly kind: 'command-incomplete'; readonly written: string; readonly complete: string }
  | { readonly kind: 'unknown-option'; readonly written: string; readonly nearest: string | null }
  | { readonly kind: 'value-missing'; readonly option: string }
  | { readonly kind: 'value-unwanted'; readonly option: string }
  | { readonly kind: 'word-missing'; readonly word: string }
  | { readonly kind: 'word-unwanted'; readonly written: string };

export type ArgumentsRead =
  | { readonly kind: 'command'; readonly name: CommandName; readonly given: Arguments }
  /** `tirek`, `tirek help`, `tirek help backup`, `tirek backup --help`: what to tell about. */
  | { readonly kind: 'help'; readonly about: CommandName | null }
  | { readonly kind: 'misused'; readonly about: CommandName | null; readonly misuse: Misuse };

const EVERYWHERE = { lang: 'value', help: 'flag' } as const;

/** Reads what was typed after `tirek`. */
export function readArguments(typed: readonly string[]): ArgumentsRead {
  const { values, positionals, tokens } = parseArgs({
    args: [...typed],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: parseOptions(),
  });
  if (positionals[0] === 'help') return helpAbout(positionals.slice(1));
  const name = commandIn(positionals);
  if (values.help === true || values.h === true) return { kind: 'help', about: name };
  if (positionals.length === 0 && tokens.every(isLanguageOption)) {
    return { kind: 'help', about: null };
  }
  if (positionals.length === 0 && values.version === true) {
    return {
      kind: 'command',
      name: 'version',
      given: { words: [], flags: new Set(), values: new Map() },
    };
  }
  if (name === null) return misusedCommand(positionals);
  const command: Command = COMMANDS[name];
  const known: Record<string, 'flag' | 'value'> = { ...command.options, ...EVERYWHERE };
  const flags = new Set<string>();
  const given = new Map<string, string>();
  const misused = (misuse: Misuse): ArgumentsRead => ({ kind: 'misused', about: name, misuse });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const kind = known[token.name];
    if (!kind || !token.rawName.startsWith('--')) {
      const nearest = nearestName(token.name, Object.keys(known));
      return misused({
        kind: 'unknown-option',
        written: token.rawName,
        nearest: nearest && `--${nearest}`,
      });
    }
    if (kind === 'flag') {
      if (token.value !== undefined)
        return misused({ kind: 'value-unwanted', option: token.rawName });
      flags.add(token.name);
    } else {
      if (!token.value || (!token.inlineValue && token.value.startsWith('--')))
        return misused({ kind: 'value-missing', option: token.rawName });
      given.set(token.name, token.value);
    }
  }
  const words = positionals.slice(name.split(' ').length);
  const missing = command.positionals[words.length];
  if (missing) return misused({ kind: 'word-missing', word: missing });
  const unwanted = words[command.positionals.length];
  if (unwanted !== undefined && !command.takesMore)
    return misused({ kind: 'word-unwanted', written: unwanted });
  return { kind: 'command', name, given: { words, flags, values: given } };
}

/** The language asked for by `--lang`, whatever else was typed; null when none was. */
export function languageTyped(typed: readonly string[]): string | null {
  const { values } = parseArgs({
    args: [...typed],
    strict: false,
    allowPositionals: true,
    options: parseOptions(),
  });
  return typeof values.lang === 'string' ? values.lang : null;
}

/** Options of all commands together: which of them take a value must be known before the command is. */
function parseOptions(): Record<string, { type: 'boolean' | 'string' }> {
  const all: [string, 'flag' | 'value'][] = [
    ...Object.values<Command>(COMMANDS).flatMap(({ options }) => Object.entries(options)),
    ...Object.entries(EVERYWHERE),
  ];
  return Object.fromEntries(
    all.map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  );
}

/** The command at the front of the words; the longest name wins (`audit verify`). */
function commandIn(words: readonly string[]): CommandName | null {
  const fits = (name: string) => name.split(' ').every((part, at) => words[at] === part);
  return (
    COMMAND_NAMES.filter(fits).sort((a, b) => b.split(' ').length - a.split(' ').length)[0] ?? null
  );
}

function helpAbout(words: readonly string[]): ArgumentsRead {
  if (words.length === 0) return { kind: 'help', about: null };
  const name = commandIn(words);
  return name && name.split(' ').length === words.length
    ? { kind: 'help', about: name }
    : misusedCommand(words);
}

function misusedCommand(words: readonly string[]): ArgumentsRead {
  const misused = (misuse: Misuse): ArgumentsRead => ({ kind: 'misused', about: null, misuse });
  const [first] = words;
  if (first === undefined) return misused({ kind: 'command-missing' });
  const written = words.slice(0, 2).join(' ');
  const nearest = nearestName(written, COMMAND_NAMES) ?? nearestName(first, COMMAND_NAMES);
  if (nearest) return misused({ kind: 'unknown-command', written, nearest });
  const longer = COMMAND_NAMES.filter((name) => name.startsWith(`${first} `));
  return longer.length > 0
    ? misused({ kind: 'command-incomplete', written: first, complete: longer.join(', ') })
    : misused({ kind: 'unknown-command', written: first, nearest: null });
}

const isLanguageOption = (token: { kind: string; name?: string }) =>
  token.kind === 'option' && token.name === 'lang';
