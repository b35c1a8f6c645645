export { followReferrals } from './follow-referrals.ts';
export { referralsHeld } from './held-about.ts';
export { referralsRoutes } from './routes.ts';
export { openWrappedReferralWords, sealReferralWords } from './sealed.ts';
