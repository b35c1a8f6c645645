import { createServer } from 'node:net';

/** A port that was free a moment ago, for `TIREK_PORT=0`: the address must be known before the program listens. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, host, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
