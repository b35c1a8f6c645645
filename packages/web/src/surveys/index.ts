export { useDateSpan } from './date-span.ts';
