export {
  DEVICE_STANDINGS,
  type DeviceStanding,
  FAMILIES_A_DELIVERY,
  MOST_FAMILIES_ALONG,
  offlineContract,
  StoredAnswer,
} from './contract.ts';
