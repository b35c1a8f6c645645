export {
  Attachment,
  MEDIA_TYPES,
  type MediaType,
  MOST_BYTES,
  MOST_OF_A_FAMILY,
  MOST_PIECES,
  PAPERS,
  type Paper,
  PIECE_BYTES,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './attachment.ts';
export { type BareJpeg, bareJpeg } from './bare-jpeg.ts';
export { filesContract } from './contract.ts';
export { mediaTypeOf } from './media-type.ts';
