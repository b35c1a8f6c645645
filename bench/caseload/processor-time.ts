import { readFile } from 'node:fs/promises';

/** What Linux has counted of a process (its scheduler, in billionths of a second), in milliseconds; elsewhere 0. */
export async function processorTime(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0');
  return Number(told.split(' ')[0]) / 1e6;
}
