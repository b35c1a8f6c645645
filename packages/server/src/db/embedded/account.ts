import { existsSync, lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { DatabaseRefused } from './database-refused.ts';

/** The account that PostgreSQL runs as. */
export interface Account {
  readonly name: string;
  readonly userId: number;
  readonly groupId: number;
  /**
   * True when the app runs as root and the database as this other account. PostgreSQL refuses root,
   * and other programs may share the account, so the superuser then needs a password.
   */
  readonly isDropped: boolean;
}

/** Tried in this order when root starts a new database; the first two exist only where somebody made them. */
const UNPRIVILEGED = ['tirek', 'postgres', '_postgres', 'nobody'];

/**
 * Who PostgreSQL runs as: this process's own account, or, for root, the owner of the data that are
 * already there, else an unprivileged account of this machine. Refuses when root finds none, and when
 * the data belong to somebody else.
 */
export function chooseAccount(folder: string, data: string): Account {
  const owner = existsSync(data) ? lstatSync(data) : null;
  const own = ownAccount();
  if (own.userId !== 0) {
    if (owner !== null && owner.uid !== own.userId) {
      throw new DatabaseRefused('database-folder-other-owner', {
        folder,
        owner: nameOf(owner.uid),
        account: own.name,
      });
    }
    return own;
  }
  if (owner !== null && owner.uid !== 0) {
    const account = readAccounts().find(({ userId }) => userId === owner.uid);
    return (
      account ?? { name: nameOf(owner.uid), userId: owner.uid, groupId: owner.gid, isDropped: true }
    );
  }
  const accounts = readAccounts();
  for (const name of UNPRIVILEGED) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.userId > 0);
    if (account !== undefined) return account;
  }
  throw new DatabaseRefused('database-no-account', { tried: UNPRIVILEGED.join(', ') });
}

/** What `child_process` needs to run something as the account. */
export const runAs = (account: Account): { uid?: number; gid?: number } =>
  account.isDropped ? { uid: account.userId, gid: account.groupId } : {};

/** Gives one file or folder to the account when root made it. */
export function giveTo(account: Account, path: string): void {
  if (account.isDropped) lchownSync(path, account.userId, account.groupId);
}

/**
 * Gives a whole data folder to the account, e.g. one that root has copied back from a backup.
 * Never follows a symbolic link, so that no file outside of it changes hands; the folder itself comes
 * last, so that one whose owner is right is right throughout.
 */
export function giveAllTo(account: Account, path: string): void {
  if (!account.isDropped) return;
  if (lstatSync(path).isDirectory()) {
    for (const entry of readdirSync(path)) giveAllTo(account, join(path, entry));
  }
  lchownSync(path, account.userId, account.groupId);
}

/** initdb looks the account up by name and fails without an entry, e.g. in a container with a made-up user id. */
export function requireNamed(account: Account): void {
  if (account.isDropped) return;
  try {
    userInfo();
  } catch {
    throw new DatabaseRefused('database-user-unknown', { userId: account.userId });
  }
}

/** The account that this program runs as. */
export function ownAccount(): Account {
  const userId = process.geteuid?.() ?? 0;
  return {
    name: nameOf(userId),
    userId,
    groupId: process.getegid?.() ?? 0,
    isDropped: false,
  };
}

const nameOf = (userId: number): string =>
  readAccounts().find((account) => account.userId === userId)?.name ?? String(userId);

/** Local accounts. macOS writes nobody's id as -2. */
function readAccounts(): Account[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && !fields[0]?.startsWith('#'))
    .map(([name = '', , userId, groupId]) => ({
      name,
      userId: Number(userId) >>> 0,
      groupId: Number(groupId) >>> 0,
      isDropped: true,
    }));
}
