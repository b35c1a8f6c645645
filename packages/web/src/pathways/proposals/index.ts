export { CareGapCountsPanel } from './care-gap-counts-panel.tsx';
export { CareGapsNotice } from './care-gaps-notice.tsx';
export { StepsPanel } from './steps-panel.tsx';
