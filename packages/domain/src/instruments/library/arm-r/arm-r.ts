import { resilience } from '../resilience.ts';

/** ARM-R, the same for adults. */
export const armR = resilience({
  code: 'arm-r',
  title: [
    'Ересек адамның тірегі (ARM-R)',
    'Опора взрослого (ARM-R)',
    'What holds an adult (ARM-R)',
  ],
  ages: { from: 18, source: 'ARM-R manual' },
  informants: [{ kind: 'self', ages: { from: 18 } }],
});
