export {
  LINK_REFUSALS,
  type LinkRefusal,
  ownPhoneContract,
  phoneLinkContract,
} from './contract.ts';
export * from './phone-asking.ts';
export { type PhoneTexts, phoneTexts } from './phone-texts.ts';
