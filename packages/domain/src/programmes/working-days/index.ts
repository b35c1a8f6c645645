export { addWorkingDays, isWorkingDay, workingDaysUntil } from './working-days.ts';
