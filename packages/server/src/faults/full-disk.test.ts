import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putPreparedDemo } from '../test/prepared-demo.ts';
import { canMountDisks, fillDisk, mountSmallDisk } from '../test/small-disk.ts';
import { runTirek } from '../test/started-program.ts';
import { expectedWrites, keptWrites } from './kept-writes.ts';
import { type KilledProgram, killedProgram } from './killed-program.ts';
import { steadyWriter } from './steady-writer.ts';
import { answersFor, campaignBy, danaSignedIn, openCampaign } from './writing-cast.ts';

/** Room for the demonstration and little more. */
const MEGABYTES = 160;
const TIMES_FULL = 3;

// What people are told is shown in http/full-disk.test.ts, on every machine.
if (canMountDisks) {
  let folder: string;
  let unmount: () => void;
  let program: KilledProgram;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tirek-full-'));
    unmount = mountSmallDisk(join(folder, 'disk'), MEGABYTES);
    program = await killedProgram(join(folder, 'disk/data'));
  });
  afterAll(async () => {
    await program.stop();
    unmount();
    await rm(folder, { recursive: true });
  });

  describe('a disk that is full again and again while people write', { timeout: 300_000 }, () => {
    it('has lost nothing that was acknowledged and kept nothing twice, once there is room', async () => {
      await putPreparedDemo(program.folder);
      await program.start(['serve', '--demo']);
      const dana = await danaSignedIn(program);
      const { slug, waveId } = await openCampaign(dana);
      const mother = steadyWriter(program, () => answersFor(slug));
      const coordinator = steadyWriter(program, () => campaignBy(dana));
      const filler = join(folder, 'disk/photos');
      let attemptsWhileFull = 0;
      for (let time = 0; time < TIMES_FULL; time += 1) {
        await sleep(1000);
        fillDisk(filler);
        const before = mother.attempts() + coordinator.attempts();
        await sleep(3000);
        attemptsWhileFull += mother.attempts() + coordinator.attempts() - before;
        await rm(filler);
        const kept = mother.acknowledged.length;
        while (mother.acknowledged.length === kept) {
          // A database that could not even write its log ends, and the program with it.
          if (program.hasEnded()) await program.start();
          await sleep(100);
        }
      }
      await Promise.all([mother.finish(), coordinator.finish()]);

      // Otherwise nobody met the full disk.
      expect(attemptsWhileFull).toBeGreaterThan(TIMES_FULL);
      const [answers, campaigns] = [mother.acknowledged, coordinator.acknowledged];
      expect(await keptWrites(program, waveId, campaigns)).toEqual(
        expectedWrites(answers.length, campaigns.length),
      );
      await program.stop();
      const checked = await runTirek(['audit', 'verify', '--json'], {
        TIREK_DATA: program.folder,
      });
      expect(JSON.parse(checked.output)).toMatchObject({ finding: null });
    });
  });
}
