import { createHmac, timingSafeEqual } from 'node:crypto';
import { inRequest } from '../db/request-transaction.ts';
import type { Page, PageRequest } from '../http/page.ts';
import type { StatusWords } from '../message-settings.ts';
import { keepReceipt } from './queries.ts';

type KeyFor = (purpose: string) => Buffer;
const PATH = '/message-receipts';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How what is told of a sending is understood; without words of its own any receipt means that it has arrived. */
export interface ReceiptWords {
  readonly delivered: StatusWords | null;
  readonly undelivered: StatusWords | null;
}

/** The path at which the other end tells of one sending. Only who was given it can know it. */
export const receiptPath = (deliveryId: string, keyFor: KeyFor): string =>
  `${PATH}/${deliveryId}/${signature(deliveryId, keyFor)}`;

const signature = (deliveryId: string, keyFor: KeyFor): string =>
  createHmac('sha256', keyFor('message receipts'))
    .update(deliveryId)
    .digest()
    .subarray(0, 18)
    .toString('base64url');

function isSigned({ delivery, signed }: Readonly<Record<string, string>>, keyFor: KeyFor): boolean {
  if (delivery === undefined || signed === undefined || !UUID.test(delivery)) return false;
  const given = Buffer.from(signed);
  const right = Buffer.from(signature(delivery, keyFor));
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Takes receipts of gateways and devices. A forged one is told the same as a right one, and changes nothing. */
export function receiptPages(words: ReceiptWords): Page[] {
  const render = async (request: PageRequest) => {
    const { database, params, now, keyFor } = request;
    const hasArrived = meaning(request, words);
    if (hasArrived !== null && isSigned(params, keyFor)) {
      await inRequest(database, { kind: 'visitor' }, (tx) =>
        keepReceipt(tx, { id: params.delivery ?? '', hasArrived, now }),
      );
    }
    return { status: 200, body: 'ok', contentType: 'text/plain; charset=utf-8' };
  };
  const path = `${PATH}/:delivery/:signed`;
  return (['GET', 'POST'] as const).map((method) => ({ method, path, perMinute: 600, render }));
}

/** Whether a receipt says that it has arrived or that it never will; null for what is on its way still. */
function meaning(
  { query, fields }: Pick<PageRequest, 'query' | 'fields'>,
  { delivered, undelivered }: ReceiptWords,
): boolean | null {
  const told = { ...query, ...fields };
  // A browser's worker, which has no words of its own.
  if (told.shown === 'yes') return true;
  const says = ({ field, values }: StatusWords) =>
    values.some((value) => [told[field]].flat().some((each) => String(each) === value));
  if (undelivered && says(undelivered)) return false;
  if (delivered) return says(delivered) ? true : null;
  return true;
}
