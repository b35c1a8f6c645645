export { AssessmentsPanel } from './assessments-panel.tsx';
export { PhoneAskings, PhoneAskingsToday } from './own-phone/phone-askings.tsx';
export { ComingPanel } from './rescreening/coming-panel.tsx';
export { RescreenCountsPanel } from './rescreening/rescreen-counts-panel.tsx';
export { RescreensToday } from './rescreening/rescreens-today.tsx';
export { TeacherAnswersPanel } from './teacher-answers/teacher-answers-panel.tsx';
export { TeacherWaiting } from './teacher-answers/teacher-waiting.tsx';
