export { ReferralsNotice } from './referrals-notice.tsx';
