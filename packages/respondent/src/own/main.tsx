import { startSurvey } from '../start-survey.tsx';
import type { OwnData } from '../survey-data.ts';
import { startOwn } from './start-own.tsx';

void startOwn(
  JSON.parse(document.getElementById('survey-data')!.textContent!) as OwnData,
  startSurvey,
);
