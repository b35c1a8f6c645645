import type { CompiledForm } from '../instruments/index.ts';
import type { EarlierWave, WaveFacts } from './facts.ts';
import { earlierScore } from './score-changes.ts';
import { listScoreVariables, type ScoreVariable } from './score-variables.ts';
import type { Speech } from './variables.ts';

/** One wave of a panel as a column of a table. */
export type WaveScores = {
  /** `YYYY-MM-DD`; null while it is not known. */
  readonly closesOn: string | null;
  /** At the place of each response of this wave. */
  readonly values: readonly (number | null)[];
};

/** One scale over all waves, the first one first, this one last. */
export type ScoreWaves = {
  readonly variable: ScoreVariable;
  readonly waves: readonly WaveScores[];
  /** People with a score in each of them. */
  readonly people: number;
};

/** Waves from which on a series is more than a pair. */
const SERIES = 3;
/** People with a score in every wave below whom nothing is compared. */
const FEWEST_PEOPLE = 5;

/** Every scale that enough people have scores of in three waves or more, all by the same version of its rule. */
export function listScoreWaves(
  { responses, waves: earlier = [], wave }: Pick<WaveFacts, 'responses' | 'waves' | 'wave'>,
  forms: readonly CompiledForm[],
  speech: Speech,
): ScoreWaves[] {
  if (earlier.length + 1 < SERIES) return [];
  return listScoreVariables(responses, forms, speech)
    .filter(({ roster }) => roster === null)
    .flatMap((variable) => {
      const scored = earlier.map((one) => scoresIn(one, variable)).filter(isScored);
      const waves = [...scored, { closesOn: wave.closesOn, values: variable.values }];
      const people = responses.filter((_, i) =>
        waves.every(({ values }) => typeof values[i] === 'number'),
      ).length;
      return waves.length < SERIES || people < FEWEST_PEOPLE ? [] : [{ variable, waves, people }];
    });
}

/** The scores of those who have one in every wave, wave by wave. */
export function completeScores({ waves }: Pick<ScoreWaves, 'waves'>): number[][] {
  const isComplete = (_: unknown, i: number) =>
    waves.every(({ values }) => typeof values[i] === 'number');
  return waves.map(({ values }) =>
    values.filter(isComplete).filter((value): value is number => value !== null),
  );
}

function scoresIn(wave: EarlierWave, variable: ScoreVariable): WaveScores {
  const values = variable.values.map((_, i) => earlierScore(wave, i, variable));
  return { closesOn: wave.closesOn, values };
}

const isScored = ({ values }: WaveScores) => values.some((value) => value !== null);
