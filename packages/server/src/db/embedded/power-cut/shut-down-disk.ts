import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A disk of its own, in a file, that can be cut off. Mounted in the caller's mount namespace. */
export interface Disk {
  readonly folder: string;
  /** Puts everything written so far on the disk, as half a minute of waiting would. */
  flush(): void;
  /** Ends all writing at once: what the kernel had not sent to the disk is lost. */
  cut(): void;
  /** Takes the disk out and in again, as after the power is back. */
  replug(): Promise<void>;
  remove(): Promise<void>;
}

const SIZE_BYTES = 400 * 1_048_576;

/**
 * EXT4_IOC_SHUTDOWN, from linux's uapi/linux/ext4.h: _IOR('X', 125, __u32) with
 * EXT4_GOING_FLAGS_NOLOGFLUSH = 2, which keeps back even the journal. Node has no ioctl; each of
 * these can stand in for it.
 */
const SHUT_DOWN = [
  [
    'perl',
    '-e',
    'open(my $d, "<", $ARGV[0]) or die $!; my $f = pack("L", 2); ioctl($d, 0x8004587d, $f) or die $!',
  ],
  [
    'python3',
    '-c',
    'import fcntl,struct,sys\nfcntl.ioctl(open(sys.argv[1]), 0x8004587d, struct.pack("I", 2))',
  ],
];

/** Makes and mounts the disk; throws where the machine does not allow it. */
export function plugInDisk(place: string): Disk {
  const image = join(place, 'disk.image');
  const folder = join(place, 'disk');
  const marker = join(folder, 'marker');
  writeFileSync(image, '');
  truncateSync(image, SIZE_BYTES);
  mkdirSync(folder);
  run('mkfs.ext4', ['-q', '-F', image]);
  // The kernel writes what is old enough by itself; the journal at least shall wait for the cut.
  const mount = () => run('mount', ['-o', 'loop,commit=600', image, folder]);
  mount();
  writeFileSync(marker, '');
  run('sync', ['-f', folder]);

  async function unmount(): Promise<void> {
    // Processes that were killed may hold a file for a moment longer.
    for (let attempt = 1; ; attempt += 1) {
      try {
        return run('umount', [folder]);
      } catch (error) {
        if (attempt === 50) throw error;
        await sleep(100);
      }
    }
  }
  return {
    folder,
    flush: () => run('sync', ['-f', folder]),
    cut() {
      const failures: unknown[] = [];
      for (const [program = '', ...parameters] of SHUT_DOWN) {
        try {
          return run(program, [...parameters, marker]);
        } catch (error) {
          failures.push(error);
        }
      }
      throw new AggregateError(failures, `cannot shut the disk down: ${failures.join('; ')}`);
    },
    async replug() {
      await unmount();
      mount();
    },
    remove: unmount,
  };
}

function run(program: string, parameters: readonly string[]): void {
  execFileSync(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
}
