export { TEACHER_MODES, TeacherAnswers, teacherAnswersContract } from './contract.ts';
