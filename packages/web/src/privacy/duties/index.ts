export { DutyBanner } from './duty-banner.tsx';
