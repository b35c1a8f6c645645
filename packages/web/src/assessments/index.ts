export { AssessmentsPanel } from './assessments-panel.tsx';
export { ComingPanel } from './rescreening/coming-panel.tsx';
export { RescreenCountsPanel } from './rescreening/rescreen-counts-panel.tsx';
export { RescreensToday } from './rescreening/rescreens-today.tsx';
