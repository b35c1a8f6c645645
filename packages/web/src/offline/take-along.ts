import type { InputOf, OutputOf } from '@tirek/domain/contract';
import { FAMILIES_A_DELIVERY, type offlineContract } from '@tirek/domain/offline';
import type { Head, KeptAnswers } from './kept-answers.ts';

/** So many deliveries under way at once: while one travels, the server writes the next. */
const LANES = 2;

interface Taking {
  readonly call: (
    input: InputOf<(typeof offlineContract)['takeAlong']>,
  ) => Promise<OutputOf<(typeof offlineContract)['takeAlong']>>;
  readonly answers: KeptAnswers;
  readonly now: () => string;
  /** Told after each delivery, with how many families are still to come. */
  readonly onStep: (head: Head, left: number) => void;
}

/**
 * Brings what she chose up to date: what is new or was changed comes, what is hers no longer goes. Whatever was kept before the
 * line broke stays kept, and the next time goes on from there.
 */
export async function takeAlong(head: Head, { call, answers, now, onStep }: Taking): Promise<Head> {
  let kept = head;
  let writing: Promise<unknown> = Promise.resolve();
  const ask = async (families: readonly string[], had: Pick<Head, 'day' | 'programme'>) => {
    const delivery = await call({
      deviceId: head.device.id,
      families: [...families],
      known: Object.fromEntries(
        Object.entries(kept.known).filter(([familyId]) => families.includes(familyId)),
      ),
      ...had,
    });
    // One after the other: each is written with a head that knows of the ones before.
    const written = writing.then(async () => {
      kept = await answers.keep(delivery, kept, now());
    });
    writing = written.catch(() => undefined);
    await written;
    return delivery;
  };
  const { day, programme } = head;
  const first = await ask(head.chosen, { day, programme });
  const queue = chunksOf(first.left, FAMILIES_A_DELIVERY);
  let left = first.left.length;
  onStep(kept, left);
  // Without a day these are given whole; the programme's own answers have come with the first.
  const had = { day: null, programme: first.programme.mark };
  const lane = async () => {
    for (let chunk = queue.shift(); chunk; chunk = queue.shift()) {
      await ask(chunk, had);
      left -= chunk.length;
      onStep(kept, left);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  kept = { ...kept, day: first.day, programme: first.programme.mark, takenAt: now() };
  await answers.write(kept);
  onStep(kept, 0);
  return kept;
}

const chunksOf = (ids: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  );
