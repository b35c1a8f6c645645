import {
  type Account,
  type AssignmentScope,
  type Invitation,
  PROGRAMME_WIDE_ROLES,
  ROLES,
  SignInName,
} from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { collationKey, formatInstant, isLanguage, type Language } from '@tirek/domain/text';
import * as z from 'zod/mini';
import { addAccount, closeAccount, listAccountsOf, resetAccess } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { derivedKey } from '../http/derived-key.ts';
import { findProgramme, foundProgramme, listProgrammeCodes } from '../programmes/index.ts';
import { roleText } from '../text/role-text.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { withDatabase } from './reach-database.ts';

/** The one programme of an installation that has but one. */
const FIRST_PROGRAMME = 'main';
/** Kazakhstan, UTC+5 since March 2024. */
const UTC_OFFSET_MINUTES = 300;

/** `tirek user add <sign-in name> --name NAME --role ROLE [--region CODE]`, or the first one with `--programme-name NAME`. */
export async function userAdd(call: CommandCall): Promise<ExitStatus> {
  const { settings } = call;
  const person = newPerson(call);
  const invited = await withDatabase(settings, call.world, async (database) => {
    const codes = await asOwner(database, listProgrammeCodes);
    const { values } = call.arguments;
    const name = values.get('programme-name');
    if (name) {
      if (values.has('role') || values.has('region'))
        throw new CommandRefused('user.first-is-administrator', {}, EXIT.misused);
      const code = values.get('programme') ?? FIRST_PROGRAMME;
      if (codes.includes(code))
        throw new CommandRefused('user.programme-unclear', { codes: codes.join(', ') });
      const programme = { code, name: { kk: name, ru: name, en: name }, administrator: person };
      return await foundProgramme(database, programme, shellWorld(call));
    }
    const programmeId = await requireProgramme(database, call);
    const assignments = [assignmentOf(call)];
    try {
      return await addAccount(database, { ...person, programmeId, assignments }, shellWorld(call));
    } catch (error) {
      const isRegion = error instanceof Problem && error.code === 'input-invalid';
      if (!isRegion) throw error;
      throw new CommandRefused('user.region-unknown', { region: values.get('region') ?? '' });
    }
  });
  tellInvitation(call, person.signInName, invited.invitation);
  return EXIT.done;
}

/** `tirek user list [--json]` */
export async function userList(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const accounts = await withDatabase(settings, world, async (database, key) =>
    listAccountsOf(database, await requireProgramme(database, call), {
      now: world.clock().toISOString(),
      keyFor: (purpose) => derivedKey(key, purpose),
    }),
  );
  if (given.flags.has('json')) {
    world.print(JSON.stringify(accounts));
    return EXIT.done;
  }
  const order = (account: Account) =>
    (account.state === 'closed' ? '1' : '0') + collationKey(account.displayName, settings.language);
  accounts.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  if (accounts.length === 0) world.print(text('user.none'));
  const role = roleText(settings.language);
  const rows = accounts.map((account) => [
    account.signInName,
    text(`user.state.${account.state}`),
    account.displayName,
    account.assignments
      .map((held) => `${role(held.role)}${held.region ? ` (${held.region})` : ''}`)
      .join(', '),
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    world.print(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  return EXIT.done;
}

/** `tirek user reset <sign-in name>` */
export async function userReset(call: CommandCall): Promise<ExitStatus> {
  const signInName = call.arguments.words[0] ?? '';
  const invited = await withDatabase(call.settings, call.world, async (database, key) => {
    const programmeId = await requireProgramme(database, call);
    const keyFor = (purpose: string) => derivedKey(key, purpose);
    return await known(signInName, () =>
      resetAccess(database, { programmeId, signInName }, { ...shellWorld(call), keyFor }),
    );
  });
  tellInvitation(call, signInName, invited.invitation);
  return EXIT.done;
}

/** `tirek user close <sign-in name>` */
export async function userClose(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text } = call;
  const signInName = call.arguments.words[0] ?? '';
  await withDatabase(settings, world, async (database, key) => {
    const programmeId = await requireProgramme(database, call);
    const keyFor = (purpose: string) => derivedKey(key, purpose);
    const now = world.clock().toISOString();
    await known(signInName, () =>
      closeAccount(database, { programmeId, signInName }, { now, keyFor }),
    );
  });
  world.print(text('user.closed', { name: signInName }));
  return EXIT.done;
}

function newPerson({ arguments: given, settings }: CommandCall) {
  const written = given.words[0] ?? '';
  const signInName = z.safeParse(SignInName, written);
  if (!signInName.success)
    throw new CommandRefused('user.name-malformed', { name: written }, EXIT.misused);
  const displayName = given.values.get('name')?.trim();
  if (!displayName) throw new CommandRefused('user.display-name-missing', {}, EXIT.misused);
  const speaks = given.values.get('speaks') ?? settings.language;
  if (!isLanguage(speaks)) throw new CommandRefused('user.speaks-unknown', {}, EXIT.misused);
  const language: Language = speaks;
  return { signInName: signInName.data, displayName, language };
}

function assignmentOf({ arguments: given }: CommandCall): AssignmentScope {
  const written = given.values.get('role');
  const roles = ROLES.join(', ');
  if (!written) throw new CommandRefused('user.role-missing', { roles }, EXIT.misused);
  const role = ROLES.find((one) => one === written);
  if (!role) throw new CommandRefused('user.role-unknown', { role: written, roles }, EXIT.misused);
  const region = given.values.get('region') ?? null;
  if (region !== null && PROGRAMME_WIDE_ROLES.includes(role))
    throw new CommandRefused('user.region-unwanted', { role }, EXIT.misused);
  return { role, region };
}

async function requireProgramme(database: Database, call: CommandCall): Promise<string> {
  const code = call.arguments.values.get('programme') ?? null;
  const programmeId = await asOwner(database, (tx) => findProgramme(tx, code));
  if (programmeId) return programmeId;
  const codes = await asOwner(database, listProgrammeCodes);
  throw codes.length === 0
    ? new CommandRefused('user.programme-missing')
    : new CommandRefused('user.programme-unclear', { codes: codes.join(', ') });
}

async function known<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found')
      throw new CommandRefused('user.unknown', { name });
    throw error;
  }
}

const shellWorld = ({ world, settings }: CommandCall) => ({
  origin: settings.origin ?? 'http://localhost',
  now: world.clock().toISOString(),
  newId: world.newId,
});

function tellInvitation(call: CommandCall, name: string, { link, expiresAt }: Invitation): void {
  const { world, text, settings, arguments: given } = call;
  if (given.flags.has('json')) {
    world.print(JSON.stringify({ signInName: name, link, expiresAt }));
    return;
  }
  const until = formatInstant(expiresAt, settings.language, {
    utcOffsetMinutes: UTC_OFFSET_MINUTES,
  });
  world.print(text('user.invitation', { name, until }));
  world.print(link);
}
