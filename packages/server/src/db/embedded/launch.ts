import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogFile } from './log-file.ts';
import { findPassword, forgetPassword, makePassword } from './password.ts';
import type { Workplace } from './run-program.ts';
import {
  carriesTag,
  type ServerProcess,
  serverParameters,
  startServer,
  stopServer,
  watchServer,
} from './server-process.ts';
import {
  assertDurable,
  type Durability,
  SOCKET_PORT,
  SUPERUSER,
  settingsFor,
  writeAccessRules,
} from './settings.ts';
import { type Leftover, settleLeftover } from './settle-leftover.ts';
import { chooseSocketFolder, removeSocket, type SocketFolder } from './socket-folder.ts';

/** How the superuser reaches the server; the fields are node-postgres's own. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

/** A server that takes queries and has been asked whether it keeps what it acknowledges. */
export interface Launched {
  readonly server: ServerProcess;
  readonly socket: SocketFolder;
  readonly connection: Connection;
}

export interface LaunchOptions {
  readonly tag: string;
  readonly durability: Durability;
  readonly logFile: LogFile;
}

/** SQLSTATE invalid_password, from PostgreSQL's appendix of error codes. */
const INVALID_PASSWORD = '28P01';

/**
 * What our servers of a data folder carry in their command. Made from the folder's identity on the
 * disk: it stays when the folder is moved or reached by another path, and differs for a copy.
 */
export function tagOf(data: string): string {
  const { dev, ino } = statSync(data, { bigint: true });
  return `tirek-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 12)}`;
}

/**
 * Gives a running server: the one that a killed app has left, when it is exactly what we would
 * start ourselves and answers; otherwise that one is stopped and a new one started.
 *
 * @param socket where the sockets of an earlier launch lay, for a restart under a living app.
 */
export async function launch(
  workplace: Workplace,
  options: LaunchOptions & { socket?: SocketFolder },
): Promise<Launched> {
  const leftover = await settleLeftover(workplace, options.tag, options.socket?.path);
  if (leftover.kind === 'server') {
    const adopted = await adopt(workplace, leftover, options);
    if (adopted !== null) return adopted;
  }
  const socket = options.socket ?? chooseSocketFolder(workplace.data, workplace.account);
  return start(workplace, { ...options, socket });
}

async function start(
  workplace: Workplace,
  options: LaunchOptions & { socket: SocketFolder },
): Promise<Launched> {
  const { account, data, log } = workplace;
  const { durability, logFile, socket, tag } = options;
  writeAccessRules(data, account);
  const settings = settingsFor({ tag, socketFolder: socket.told, durability });
  const isOurs = (server: ServerProcess) => () => carriesTag(server.processId, tag);

  for (let attempt = 1; ; attempt += 1) {
    const password =
      findPassword(workplace) ??
      (account.isDropped ? await makePassword(workplace, { tag, durability }) : undefined);
    removeSocket(socket.path);
    const server = await startServer(workplace, { settings, logFile });
    try {
      const connection = connectionTo(socket, password);
      await assertDurable(connection, durability);
      return { server, socket, connection };
    } catch (error) {
      await stopServer(server.processId, { isOurs: isOurs(server), log });
      const isStranger = (error as { code?: string }).code === INVALID_PASSWORD;
      if (!isStranger || attempt > 1) throw error;
      log('the kept password is not that of these data: making a new one');
      forgetPassword(workplace.folder);
    }
  }
}

async function adopt(
  workplace: Workplace,
  leftover: Extract<Leftover, { kind: 'server' }>,
  { durability, tag }: LaunchOptions,
): Promise<Launched | null> {
  const { binaries, data, log } = workplace;
  const { command, file, processId } = leftover;
  const isOurs = () => carriesTag(processId, tag);
  const path = file.socketFolder ?? data;
  const socket: SocketFolder = { path, told: path === data ? '.' : path };
  const settings = settingsFor({ tag, socketFolder: socket.told, durability });
  const parameters = serverParameters(workplace, settings);
  let reason = 'it was started with other settings';
  if (command === [join(binaries.folder, 'postgres'), ...parameters].join(' ')) {
    try {
      const connection = connectionTo(socket, findPassword(workplace));
      await assertDurable(connection, durability);
      log(`taking over the database that is still running here as process ${processId}`);
      return { server: watchServer(processId, isOurs), socket, connection };
    } catch (error) {
      reason = (error as Error).message;
    }
  }
  log(`stopping the database that is still running here as process ${processId}: ${reason}`);
  await stopServer(processId, { isOurs, log });
  return null;
}

function connectionTo(socket: SocketFolder, password: string | undefined): Connection {
  return {
    host: socket.path,
    port: SOCKET_PORT,
    user: SUPERUSER,
    database: 'postgres',
    ...(password === undefined ? {} : { password }),
  };
}
