export { CurrentWaves } from './current-waves.tsx';
export { useDateSpan } from './date-span.ts';
