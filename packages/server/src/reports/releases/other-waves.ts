import {
  type AnalysisPlan,
  type EarlierRelease,
  narrowFacts,
  type OtherWave,
  tablesOf,
} from '@tirek/domain/reports';
import type { Tx } from '../../db/database.ts';
import { loadWaveFacts } from '../facts.ts';
import { listElsewhere, listPairs, type ReleaseElsewhere } from './queries.ts';

/** What outsiders were told of other waves, by how it is known who is in both. */
export type Elsewhere = {
  readonly otherWaves: readonly OtherWave[];
  readonly apart: readonly EarlierRelease[];
};

/** Loads all that a plan is held against beside the releases of its own wave; nothing for analysts, who see the answers. */
export async function loadElsewhere(
  tx: Tx,
  { waveId, audience }: Pick<AnalysisPlan, 'waveId' | 'audience'>,
): Promise<Elsewhere> {
  if (audience === 'internal') return { otherWaves: [], apart: [] };
  const releases = await listElsewhere(tx, waveId);
  const linked = Map.groupBy(
    releases.filter(({ isSamePanel }) => isSamePanel),
    (release) => release.waveId,
  );
  const otherWaves: OtherWave[] = [];
  for (const ofWave of linked.values()) otherWaves.push(await loadOtherWave(tx, waveId, ofWave));
  return { otherWaves, apart: releases.filter(({ isSamePanel }) => !isSamePanel) };
}

/** One wave with all that was released of it: outsiders are told of one population of a wave. */
async function loadOtherWave(
  tx: Tx,
  waveId: string,
  releases: readonly ReleaseElsewhere[],
): Promise<OtherWave> {
  const [first] = releases;
  if (!first) throw new Error('A wave without a release.');
  const facts = narrowFacts(await loadWaveFacts(tx, first.waveId), first.population);
  const answers = releases.map(({ report }) => report.responses);
  const isGrown = answers.some((told) => told < facts.responses.length);
  return {
    release: first.number,
    audience: releases.some(({ audience }) => audience === 'public') ? 'public' : 'network',
    facts,
    tables: releases.flatMap(({ report }) => tablesOf(report).map(({ id }) => id)),
    erased: isGrown ? null : Math.max(...answers) - facts.responses.length,
    pairs: await listPairs(tx, { waveId, otherWaveId: first.waveId }),
  };
}
