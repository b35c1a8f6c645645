export {
  DECLINE_REASONS,
  ERASURE_BASES,
  ErasurePreview,
  ErasureRequest,
  erasureContract,
  HOLD_BASES,
  LegalHold,
} from './contract.ts';
export { STRUCK, strikeFromConsent, strikeNames } from './strike-names.ts';
