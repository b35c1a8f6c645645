import { accessContract } from '@tirek/domain/access';
import { consentsContract } from '@tirek/domain/consents';
import { privacyContract } from '@tirek/domain/privacy';
import { programmesContract } from '@tirek/domain/programmes';
import { reportsContract } from '@tirek/domain/reports';
import { surveysContract } from '@tirek/domain/surveys';
import { answerImportContract } from '@tirek/domain/surveys/answer-import';
import type { Api } from './api/make-api.ts';

/** Every endpoint the pages may call: one line a feature. */
export const contract = {
  ...accessContract,
  ...programmesContract,
  ...consentsContract,
  ...surveysContract,
  ...answerImportContract,
  ...reportsContract,
  ...privacyContract,
};

export type TirekContract = typeof contract;
export type EndpointName = keyof TirekContract & string;
export type TirekApi = Api<TirekContract>;
