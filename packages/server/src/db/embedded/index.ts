export async function startEmbedded(_: {
  folder: string;
  log: (line: string) => void;
  durability?: 'full' | 'none';
}): Promise<{
  connection: { host: string; port: number; user: string; database: string; password?: string };
  stop(): Promise<void>;
}> {
  throw new Error('being built');
}
