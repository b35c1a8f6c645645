export { pupilsContract } from './contract.ts';
export {
  Agreement,
  CLASS_SUPPORTS,
  FIRST_CALLS,
  type FirstCall,
  isNamedAlike,
  Pupil,
  PupilName,
  SchoolNote,
} from './pupil.ts';
export { type PupilTexts, pupilTexts } from './pupil-texts.ts';
