import { AT_HOME, strengthsDifficulties } from '../strengths-difficulties.ts';

/** SDQ as a young person answers it; below thirteen or so it is read aloud. */
export const sdqSelf = strengthsDifficulties({
  code: 'sdq-self',
  title: ['SDQ: жасөспірім', 'SDQ: подросток', 'SDQ: young person'],
  informant: { kind: 'self', ages: { from: 11, to: 17 } },
  cuts: {
    total: [15, 18, 20],
    emotional: [5, 6, 7],
    conduct: [4, 5, 6],
    hyperactivity: [6, 7, 8],
    peer: [3, 4, 5],
    prosocial: [5, 6, 7],
    impact: [1, 2, 3],
  },
  impact: AT_HOME,
});
