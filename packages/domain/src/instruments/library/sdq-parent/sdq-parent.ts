import { AT_HOME, strengthsDifficulties } from '../strengths-difficulties.ts';

/** SDQ as the mother or whoever cares for the child answers it. */
export const sdqParent = strengthsDifficulties({
  code: 'sdq-parent',
  title: ['SDQ: ана не қамқоршы', 'SDQ: мать или опекун', 'SDQ: mother or caregiver'],
  informant: { kind: 'caregiver', ages: { from: 4, to: 17 } },
  cuts: {
    total: [14, 17, 20],
    emotional: [4, 5, 7],
    conduct: [3, 4, 6],
    hyperactivity: [6, 8, 9],
    peer: [3, 4, 5],
    prosocial: [6, 7, 8],
    impact: [1, 2, 3],
  },
  impact: AT_HOME,
});
