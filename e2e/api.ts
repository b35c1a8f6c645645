import { accessContract } from '@tirek/domain/access';
import { assessmentsContract } from '@tirek/domain/assessments';
import { casesContract } from '@tirek/domain/cases';
import {
  consentSettingsContract,
  consentsContract,
  personConsentsContract,
} from '@tirek/domain/consents';
import type { Contract, OutputOf } from '@tirek/domain/contract';
import { messagesContract } from '@tirek/domain/messages';
import { offlineContract } from '@tirek/domain/offline';
import { proposalsContract } from '@tirek/domain/pathways/proposals';
import { safetyContract } from '@tirek/domain/pathways/safety';
import { peopleContract } from '@tirek/domain/people';
import { familyGraphContract } from '@tirek/domain/people/family-graph';
import { registerContract } from '@tirek/domain/people/register';
import { privacyContract } from '@tirek/domain/privacy';
import { breachContract } from '@tirek/domain/privacy/breach';
import { dutiesContract } from '@tirek/domain/privacy/duties';
import { emergencyContract } from '@tirek/domain/privacy/emergency';
import { erasureContract } from '@tirek/domain/privacy/erasure';
import { ownCopyContract } from '@tirek/domain/privacy/own-copy';
import { viewsContract } from '@tirek/domain/privacy/views';
import { Problem } from '@tirek/domain/problem';
import { programmesContract } from '@tirek/domain/programmes';
import { exportsContract, releasesContract, reportsContract } from '@tirek/domain/reports';
import { themesContract } from '@tirek/domain/reports/themes';
import { answersContract, surveysContract } from '@tirek/domain/surveys';
import { answerImportContract } from '@tirek/domain/surveys/answer-import';
import type {
  CallInput,
  EndpointName,
  Endpoints,
} from '../packages/server/src/test/test-client.ts';
import { httpCall } from '../packages/web/src/api/http-call.ts';

const ENDPOINTS: Contract = {
  ...accessContract,
  ...programmesContract,
  ...consentsContract,
  ...consentSettingsContract,
  ...personConsentsContract,
  ...surveysContract,
  ...answersContract,
  ...answerImportContract,
  ...reportsContract,
  ...exportsContract,
  ...releasesContract,
  ...themesContract,
  ...peopleContract,
  ...proposalsContract,
  ...safetyContract,
  ...familyGraphContract,
  ...registerContract,
  ...assessmentsContract,
  ...casesContract,
  ...messagesContract,
  ...offlineContract,
  ...privacyContract,
  ...breachContract,
  ...dutiesContract,
  ...emergencyContract,
  ...erasureContract,
  ...ownCopyContract,
  ...viewsContract,
};

/** Calls a started program over HTTP as one person: what a browser would send, without the browser. */
export interface Api {
  /** @throws Problem when the program refuses. */
  call<Name extends EndpointName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<OutputOf<Endpoints[Name]>>;
  /** Value of the session cookie, once there is one. */
  token(): string | null;
}

export function apiAt(origin: string): Api {
  let cookie: { name: string; value: string } | null = null;
  return {
    token: () => cookie?.value ?? null,
    async call(name, input) {
      const endpoint = ENDPOINTS[name]!;
      const { method, url, body } = httpCall(endpoint, input as Record<string, unknown>);
      const answer = await fetch(new URL(url, origin), {
        method,
        body,
        headers: {
          origin,
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
        },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, cookieName = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookie = value ? { name: cookieName, value } : null;
      }
      const json: unknown = await answer.json();
      if (!answer.ok) throw Problem.from(json);
      return json as never;
    },
  };
}
