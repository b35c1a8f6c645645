export { type AgreedFact, agreedFacts } from './agreed-facts.ts';
export { pupilsContract } from './contract.ts';
export {
  Agreement,
  CLASS_SUPPORTS,
  FamilyAgreement,
  FIRST_CALLS,
  type FirstCall,
  HEALTH_NEEDS,
  HOME_LANGUAGES,
  isAnythingAgreed,
  isNamedAlike,
  NOTHING_AGREED,
  Pupil,
  PupilName,
  SCHOOL_PASSES,
  SchoolNote,
} from './pupil.ts';
export { type PupilTexts, pupilTexts } from './pupil-texts.ts';
