import type { Settings } from '../settings.ts';
import type { CommandText } from '../text/command-text.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Arguments } from './read-arguments.ts';
import type { World } from './world.ts';

/** What a command is run with. */
export interface CommandCall {
  readonly world: World;
  readonly settings: Settings;
  readonly arguments: Arguments;
  /** Finds texts in the language the program speaks to this person. */
  readonly text: CommandText;
}

export type RunCommand = (call: CommandCall) => Promise<ExitStatus>;

export interface Command {
  /** Words that must follow, all of them; the catalogue has `argument.<name>`. */
  readonly positionals: readonly string[];
  /** The last of them may be given several times. */
  readonly takesMore?: boolean;
  /** Options besides `--lang` and `--help`; the catalogue has `option.<command>.<name>`, blanks of the command as dots. */
  readonly options: Readonly<Record<string, 'flag' | 'value'>>;
  /** Loaded when it is run, so that `tirek help` does not wait for the whole server. */
  readonly load: () => Promise<RunCommand>;
}

const BACKUP_SECRET = { 'passphrase-file': 'value', 'key-file': 'value' } as const;

/** Every command but `help`, in the order of the help; `summary.<command>` of the catalogue tells what it does. */
export const COMMANDS = {
  serve: {
    positionals: [],
    options: { demo: 'flag' },
    load: async () => (await import('./serve.ts')).serve,
  },
  report: {
    positionals: [],
    options: {
      wave: 'value',
      kind: 'value',
      place: 'value',
      format: 'value',
      audience: 'value',
      output: 'value',
    },
    load: async () => (await import('./report.ts')).report,
  },
  'release list': {
    positionals: [],
    options: {},
    load: async () => (await import('./release.ts')).releaseList,
  },
  'release show': {
    positionals: ['id'],
    options: {},
    load: async () => (await import('./release.ts')).releaseShow,
  },
  'release file': {
    positionals: ['id'],
    options: { kind: 'value', place: 'value', format: 'value', output: 'value' },
    load: async () => (await import('./release.ts')).releaseFileOf,
  },
  check: {
    positionals: ['file'],
    options: { format: 'value' },
    load: async () => (await import('./check.ts')).check,
  },
  'form list': {
    positionals: [],
    options: {},
    load: async () => (await import('./form.ts')).formList,
  },
  'form write': {
    positionals: ['code'],
    options: { format: 'value', output: 'value' },
    load: async () => (await import('./form.ts')).formWrite,
  },
  'form read': {
    positionals: ['file'],
    options: { output: 'value' },
    load: async () => (await import('./form.ts')).formRead,
  },
  'form answers': {
    positionals: ['code', 'file'],
    options: { output: 'value' },
    load: async () => (await import('./form.ts')).formAnswers,
  },
  export: {
    positionals: [],
    options: { request: 'value', output: 'value' },
    load: async () => (await import('./export.ts')).exportAnswers,
  },
  import: {
    positionals: ['file'],
    takesMore: true,
    options: {
      campaign: 'value',
      opens: 'value',
      closes: 'value',
      mapping: 'value',
      'dry-run': 'flag',
      json: 'flag',
    },
    load: async () => (await import('./import.ts')).importAnswers,
  },
  backup: {
    positionals: ['file'],
    options: { ...BACKUP_SECRET, 'without-key': 'flag', json: 'flag' },
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    positionals: ['file'],
    options: { ...BACKUP_SECRET, erasures: 'value', json: 'flag' },
    load: async () => (await import('./restore.ts')).restore,
  },
  'audit verify': {
    positionals: [],
    options: { json: 'flag', head: 'value' },
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  'keys rotate': {
    positionals: [],
    options: { json: 'flag' },
    load: async () => (await import('./keys-rotate.ts')).keysRotate,
  },
  'user add': {
    positionals: ['name'],
    options: {
      name: 'value',
      role: 'value',
      region: 'value',
      speaks: 'value',
      programme: 'value',
      'programme-name': 'value',
      json: 'flag',
    },
    load: async () => (await import('./user.ts')).userAdd,
  },
  'user list': {
    positionals: [],
    options: { programme: 'value', json: 'flag' },
    load: async () => (await import('./user.ts')).userList,
  },
  'user reset': {
    positionals: ['name'],
    options: { programme: 'value', json: 'flag' },
    load: async () => (await import('./user.ts')).userReset,
  },
  'user close': {
    positionals: ['name'],
    options: { programme: 'value' },
    load: async () => (await import('./user.ts')).userClose,
  },
  'demo code': {
    positionals: ['name'],
    options: {},
    load: async () => (await import('./demo-code.ts')).demoCode,
  },
  version: {
    positionals: [],
    options: { json: 'flag' },
    load: async () => (await import('./version.ts')).version,
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
