import { isLanguage, type Language } from '@tirek/domain/text';
import { readSettings, type Settings } from '../settings.ts';
import { type CommandText, commandText } from '../text/command-text.ts';
import { sentenceOfRefusal, sentenceOfUnknown } from '../text/settings-text.ts';
import { CommandRefused } from './command-refused.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { sentenceOfFailure } from './failure-sentence.ts';
import { helpText } from './help.ts';
import { type Arguments, languageTyped, type Misuse, readArguments } from './read-arguments.ts';
import type { World } from './world.ts';

/**
 * Runs what was typed after `tirek` and gives the exit status. Never throws: whatever goes wrong is told in the language of
 * the person at the keyboard.
 */
export async function runProgram(typed: readonly string[], world: World): Promise<ExitStatus> {
  const settings = readSettings(world.environment, world.folder);
  const asked = languageTyped(typed);
  const language = isLanguage(asked) ? asked : languageOf(settings);
  const text = commandText(language);
  if (asked !== null && !isLanguage(asked)) {
    world.complain(text('misuse.language'));
    return EXIT.misused;
  }
  const read = readArguments(typed);
  if (read.kind === 'help') {
    world.print(helpText(text, read.about));
    return EXIT.done;
  }
  if (read.kind === 'misused') {
    world.complain(sentenceOfMisuse(read.misuse, text));
    world.complain(
      read.about ? text('help.see-command', { command: read.about }) : text('help.see'),
    );
    return EXIT.misused;
  }
  if (settings.kind === 'refused') {
    for (const refusal of settings.refusals) world.complain(sentenceOfRefusal(refusal, language));
    return EXIT.misused;
  }
  for (const unknown of settings.unknown) world.complain(sentenceOfUnknown(unknown, language));
  return await runCommand(read, { world, settings: { ...settings.settings, language } });
}

async function runCommand(
  command: { readonly name: CommandName; readonly given: Arguments },
  { world, settings }: { world: World; settings: Settings },
): Promise<ExitStatus> {
  const text = commandText(settings.language);
  try {
    const run = await COMMANDS[command.name].load();
    return await run({ world, settings, arguments: command.given, text });
  } catch (error) {
    const sentence = sentenceOfFailure(error, settings, settings.language);
    world.complain(sentence ?? text('surprise'));
    if (!sentence)
      world.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error instanceof CommandRefused ? error.status : EXIT.failed;
  }
}

function languageOf(settings: ReturnType<typeof readSettings>): Language {
  if (settings.kind === 'refused') return settings.language;
  return settings.settings.language;
}

function sentenceOfMisuse(misuse: Misuse, text: CommandText): string {
  switch (misuse.kind) {
    case 'command-missing':
      return text('misuse.command-missing');
    case 'command-incomplete':
      return text('misuse.command-incomplete', misuse);
    case 'unknown-command':
    case 'unknown-option': {
      const { kind, written, nearest } = misuse;
      return nearest
        ? text(`misuse.${kind}-near`, { written, nearest })
        : text(`misuse.${kind}`, { written });
    }
    case 'value-missing':
    case 'value-unwanted':
      return text(`misuse.${misuse.kind}`, { option: misuse.option });
    case 'word-missing':
      return text('misuse.word-missing', { word: text(`word.${misuse.word}` as 'word.command') });
    case 'word-unwanted':
      return text('misuse.word-unwanted', { written: misuse.written });
  }
}
