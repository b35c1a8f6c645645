import { resilience } from '../resilience.ts';

/** CYRM-R, 10 to 23 years, five answers; a caregiver may answer about a child as well. */
export const cyrmR = resilience({
  code: 'cyrm-r',
  title: [
    'Бала мен жас адамның тірегі (CYRM-R)',
    'Опора ребёнка и молодого человека (CYRM-R)',
    'What holds a young person (CYRM-R)',
  ],
  ages: { from: 5, to: 23, source: 'CYRM-R manual' },
  informants: [
    { kind: 'self', ages: { from: 10, to: 23 } },
    { kind: 'caregiver', ages: { from: 5, to: 17 } },
  ],
});
