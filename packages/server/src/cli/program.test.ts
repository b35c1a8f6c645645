import { LANGUAGES } from '@tirek/domain/text';
import { describe, expect, it } from 'vitest';
import { runInWorld } from '../test/run-in-world.ts';
import { commandText } from '../text/command-text.ts';
import { COMMAND_NAMES } from './commands.ts';
import { helpText } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { World } from './world.ts';

const run = (typed: string, environment?: World['environment']) =>
  runInWorld(typed.split(' ').filter(Boolean), environment);

describe('tirek on the command line', () => {
  it.each(LANGUAGES)('tells Kairat everything it can do in %s', async (language) => {
    const { status, output, errors } = await run('', { TIREK_LANGUAGE: language });
    expect([status, errors]).toEqual([0, '']);
    for (const name of COMMAND_NAMES) expect(output).toContain(`tirek ${name}`);
    expect(output).not.toMatch(/\{\{|summary\.|option\./);
    expect(await run(`help --lang ${language}`)).toMatchObject({ output });
  });

  it.each(LANGUAGES)('tells of every command whole in %s', (language) => {
    for (const name of COMMAND_NAMES) {
      const told = helpText(commandText(language), name);
      expect(told).toContain(`tirek ${name}`);
      expect(told).not.toMatch(/\{\{|(summary|more|option|argument|word)\./);
    }
  });

  it('speaks the language asked for, then that of the setting, then that of the machine', async () => {
    expect((await run('x', { LANG: 'kk_KZ.UTF-8' })).errors).toContain('пәрмен жоқ');
    expect((await run('x', { LANG: 'kk_KZ', TIREK_LANGUAGE: 'en' })).errors).toContain(
      'no command',
    );
    expect((await run('x --lang kk', { LANG: 'ru_RU' })).errors).toContain('пәрмен жоқ');
    expect((await run('x', {})).errors).toContain('Команды «x» нет');
    expect(await run('help --lang uz')).toMatchObject({ status: 2 });
  });

  it.each([
    ['srve', 'There is no command “srve”. Was “serve” meant?'],
    ['fly', 'There is no command “fly”.'],
    ['serve --dmeo', 'There is no option “--dmeo” here. Was “--demo” meant?'],
    ['serve -d', 'There is no option “-d” here.'],
    ['serve --demo=yes', 'The option --demo takes no value.'],
    ['serve now', '“now” is one word too many.'],
    ['--demo', 'No command was given.'],
    ['help srve', 'Was “serve” meant?'],
  ])('tells clearly what is wrong with “tirek %s”', async (typed, sentence) => {
    const { status, errors, output } = await run(typed);
    expect(status).toBe(2);
    expect(errors).toContain(sentence);
    expect(errors).toContain('tirek help');
    expect(output).toBe('');
  });

  it('tells its version, also to programs', async () => {
    expect((await run('version')).output).toMatch(/^Tirek \d+\.\d+\.\d+$/);
    expect((await run('--version')).output).toMatch(/^Tirek /);
    expect(JSON.parse((await run('version --json')).output)).toHaveProperty('tirek');
  });

  it('refuses to do anything with a wrong setting, and still helps', async () => {
    const wrong = { LANG: 'en_GB', TIREK_PORT: 'many', TIREK_LOG: 'loud' };
    const { status, errors } = await run('serve', wrong);
    expect(status).toBe(2);
    expect(errors.split('\n')).toHaveLength(2);
    expect(errors).toMatch(/^TIREK_PORT=many: /m);
    expect(errors).toMatch(/^TIREK_LOG=loud: /m);
    expect(await run('help', wrong)).toMatchObject({ status: 0 });
  });

  it('warns of a setting that does not exist', async () => {
    const { errors, status } = await run('version', { LANG: 'en_GB', TIREK_PROT: '1' });
    expect([status, errors]).toEqual([
      0,
      'There is no setting TIREK_PROT; it is ignored. Was TIREK_PORT meant?',
    ]);
  });

  it('understands help in every place people put it', () => {
    const about = (typed: string) => readArguments(typed.split(' '));
    expect(about('serve --help')).toEqual({ kind: 'help', about: 'serve' });
    expect(about('help serve')).toEqual({ kind: 'help', about: 'serve' });
    expect(about('-h')).toEqual({ kind: 'help', about: null });
    expect(about('--lang kk')).toEqual({ kind: 'help', about: null });
  });
});
