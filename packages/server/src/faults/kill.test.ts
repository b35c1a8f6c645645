import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putPreparedDemo } from '../test/prepared-demo.ts';
import { runTirek } from '../test/started-program.ts';
import { expectedWrites, keptWrites } from './kept-writes.ts';
import { type KilledProgram, killedProgram, somewhen, type Victim } from './killed-program.ts';
import { type SteadyWriter, steadyWriter } from './steady-writer.ts';
import { answersFor, campaignBy, danaSignedIn, openCampaign } from './writing-cast.ts';

/** In every other round the database dies with the program; otherwise the next start finds it running. */
const KILLS = 50;
const MOTHERS = 3;

let folder: string;
let program: KilledProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-kill-'));
  program = await killedProgram(join(folder, 'data'));
});
afterAll(async () => {
  await program.stop();
  await rm(folder, { recursive: true });
});

describe('a program that is killed while people write', { timeout: 900_000 }, () => {
  it(`has lost nothing it acknowledged and done nothing twice, after ${KILLS} kills`, async () => {
    await putPreparedDemo(program.folder);
    await program.start(['serve', '--demo']);
    const dana = await danaSignedIn(program);
    const { slug, waveId } = await openCampaign(dana);
    // What Node has compiled is kept at an end in order only: the starts after kills are quicker for it.
    await program.stop();
    await program.start();
    const mothers = Array.from({ length: MOTHERS }, () =>
      steadyWriter(program, () => answersFor(slug)),
    );
    const coordinator = steadyWriter(program, () => campaignBy(dana));
    const writers = [...mothers, coordinator];
    const roundsWithWrites = await killAgainAndAgain(writers);
    await Promise.all(writers.map((writer) => writer.finish()));

    const answers = mothers.flatMap((writer) => writer.acknowledged);
    const campaigns = coordinator.acknowledged;
    const attempts = writers.reduce((sum, writer) => sum + writer.attempts(), 0);
    // Otherwise the kills hit nobody, and all that follows would prove nothing.
    expect(roundsWithWrites).toBeGreaterThan(KILLS * 0.8);
    expect(attempts).toBeGreaterThan(answers.length + campaigns.length + KILLS);

    expect(await keptWrites(program, waveId, campaigns)).toEqual(
      expectedWrites(answers.length, campaigns.length),
    );
    await program.stop();
    const checked = await runTirek(['audit', 'verify', '--json'], { TIREK_DATA: program.folder });
    expect(JSON.parse(checked.output)).toMatchObject({ finding: null });
    console.log(
      `${KILLS} kills: ${answers.length} answers and ${campaigns.length} campaigns acknowledged in ${attempts} attempts, 0 lost, 0 twice`,
    );
  });
});

/** @returns in how many rounds something was acknowledged between start and kill. */
async function killAgainAndAgain(writers: readonly SteadyWriter[]): Promise<number> {
  const total = () => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
  let roundsWithWrites = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const before = total();
    await somewhen(200, 700);
    if (total() > before) roundsWithWrites += 1;
    const victim: Victim = round % 2 === 0 ? 'program' : 'program-and-database';
    await program.kill(victim);
    await program.start();
  }
  return roundsWithWrites;
}
