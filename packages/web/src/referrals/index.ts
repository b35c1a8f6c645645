export { ReferralsNotice } from './referrals-notice.tsx';
export { ReferralsPanel } from './referrals-panel.tsx';
