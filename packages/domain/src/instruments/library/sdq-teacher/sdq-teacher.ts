import { AT_SCHOOL, strengthsDifficulties } from '../strengths-difficulties.ts';

/** SDQ as a teacher answers it. */
export const sdqTeacher = strengthsDifficulties({
  code: 'sdq-teacher',
  title: ['SDQ: мұғалім', 'SDQ: учитель', 'SDQ: teacher'],
  informant: { kind: 'teacher', ages: { from: 4, to: 17 } },
  cuts: {
    total: [12, 16, 19],
    emotional: [4, 5, 6],
    conduct: [3, 4, 5],
    hyperactivity: [6, 8, 9],
    peer: [3, 5, 6],
    prosocial: [4, 5, 6],
    impact: [1, 2, 3],
  },
  impact: AT_SCHOOL,
});
