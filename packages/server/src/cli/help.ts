import { ROLES } from '@tirek/domain/access';
import { SETTINGS } from '../settings.ts';
import type { CommandText, CommandTextKey } from '../text/command-text.ts';
import { COMMAND_NAMES, COMMANDS, type Command, type CommandName } from './commands.ts';

/** What `tirek help` prints: everything at a glance, or one command whole. */
export function helpText(text: CommandText, about: CommandName | null): string {
  return about ? helpOfCommand(text, about) : helpOfProgram(text);
}

function helpOfProgram(text: CommandText): string {
  const commands: Row[] = [
    ...COMMAND_NAMES.map((name): Row => [usageOf(text, name), summary(text, name)]),
    [`tirek help ${placeholder(text, 'command')}`, text('summary.help')],
  ];
  return [
    text('help.title'),
    '',
    text('help.usage'),
    ...columns(commands),
    '',
    text('help.everywhere'),
    ...columns([
      ['--lang kk|ru|en', text('option.lang')],
      ['--help', text('option.help')],
    ]),
    '',
    text('help.settings', { count: SETTINGS.length }),
    text('help.statuses'),
  ].join('\n');
}

function helpOfCommand(text: CommandText, name: CommandName): string {
  const command: Command = COMMANDS[name];
  const key = keyOf(name);
  const words = command.positionals.map(
    (word): Row => [placeholder(text, word), text(`argument.${key}.${word}` as CommandTextKey)],
  );
  const options = Object.entries(command.options).map(([option, kind]): Row => {
    const told = text(`option.${key}.${option}` as CommandTextKey, { roles: ROLES.join(', ') });
    return [`--${option}${kind === 'value' ? ` ${text('help.value')}` : ''}`, told];
  });
  const more = text(`more.${key}` as CommandTextKey);
  return [
    `${usageOf(text, name)}`,
    '',
    summary(text, name),
    ...(more === `more.${key}` ? [] : [more]),
    ...(words.length + options.length > 0 ? ['', ...columns([...words, ...options])] : []),
  ].join('\n');
}

type Row = readonly [string, string];

const keyOf = (name: CommandName) => name.replace(' ', '.');

const summary = (text: CommandText, name: CommandName) =>
  text(`summary.${keyOf(name)}` as CommandTextKey);

function usageOf(text: CommandText, name: CommandName): string {
  const { positionals, takesMore } = COMMANDS[name] as Command;
  const words = positionals.map((word) => placeholder(text, word));
  return ['tirek', name, ...words, ...(takesMore ? ['…'] : [])].join(' ');
}

const placeholder = (text: CommandText, word: string) =>
  `<${text(`word.${word}` as CommandTextKey)}>`;

/** Two columns, the second wrapped under itself to 100 signs. */
function columns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, right]) =>
    wrap(right, 96 - width).map((line, at) => `  ${(at === 0 ? left : '').padEnd(width)}${line}`),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
