export { familyName } from './family-name.ts';
