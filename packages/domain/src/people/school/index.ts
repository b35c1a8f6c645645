export { Attendance, gradeOfClass, MonthKept, monthsOf } from './attendance.ts';
export { PupilEntryInput, schoolContract } from './contract.ts';
export {
  ANSWER_WORKING_DAYS,
  answerBy,
  byUrgency,
  foldIncident,
  INCIDENT_ANSWERS,
  INCIDENT_BY,
  INCIDENT_DEEDS,
  INCIDENT_HARMS,
  INCIDENT_PLACES,
  INCIDENT_SEEN_BY,
  INCIDENT_STATES,
  INCIDENT_VIEWS,
  Incident,
  IncidentAnswer,
  IncidentLook,
  IncidentStanding,
  IncidentStep,
} from './incident.ts';
export { incidentFacts } from './incident-facts.ts';
export { type SchoolTexts, schoolTexts } from './school-texts.ts';
