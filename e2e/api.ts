import type { Contract, OutputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import { answersContract } from '@tirek/domain/surveys';
import type {
  CallInput,
  EndpointName,
  Endpoints,
} from '../packages/server/src/test/test-client.ts';
import { httpCall } from '../packages/web/src/api/http-call.ts';
import { contract } from '../packages/web/src/contract.ts';

/** All that pages may call, and what phones send. */
const ENDPOINTS: Contract = { ...contract, ...answersContract };

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
